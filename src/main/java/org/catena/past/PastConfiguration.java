package org.catena.past;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets everything that reads the record read its past by the same connections.
 */
@Configuration(proxyBeanMethods = false)
class PastConfiguration {

	@Bean
	static BeanPostProcessor readsThePast() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource present && !(bean instanceof PastDataSource))
						? new PastDataSource(present) : bean;
			}

		};
	}

}
