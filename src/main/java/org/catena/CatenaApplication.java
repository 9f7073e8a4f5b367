package org.catena;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The archive. Without arguments it serves the site.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CatenaApplication {

	public static void main(String[] args) {
		SpringApplication.run(CatenaApplication.class, args);
	}

}
