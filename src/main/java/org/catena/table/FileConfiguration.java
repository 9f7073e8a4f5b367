package org.catena.table;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the server answers with files.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FileConfiguration {

	@Bean
	FilterRegistrationBean<BrokenOff> brokenOff() {
		FilterRegistrationBean<BrokenOff> filter = new FilterRegistrationBean<>(new BrokenOff());
		filter.setDispatcherTypes(DispatcherType.INCLUDE);
		return filter;
	}

}
