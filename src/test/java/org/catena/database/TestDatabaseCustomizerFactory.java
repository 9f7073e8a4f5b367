package org.catena.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Gives every Spring test context a database and a data folder of its own, so that no
 * test touches {@code ./data} or what another left. The database is made when a bean
 * first asks for it: a context without a DataSource starts no server. A test that names
 * {@code spring.datasource.url} in its own properties gets what it names.
 */
final class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return new Customizer();
	}

	/** Equal to every other one, so that contexts are shared between test classes. */
	private record Customizer() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
			MutablePropertySources sources = context.getEnvironment().getPropertySources();
			@Nullable PropertySource<?> inlined = sources.get(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME);
			MapPropertySource ours = new MapPropertySource("catena test",
					Map.of("catena.data-dir", temporaryFolder().toString(), "spring.test.database.replace", "NONE"));
			if (inlined == null) {
				sources.addFirst(ours);
			}
			else {
				sources.addAfter(inlined.getName(), ours);
			}
			if (inlined == null || !inlined.containsProperty("spring.datasource.url")) {
				((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("testDatabase",
						BeanDefinitionBuilder.genericBeanDefinition(JdbcConnectionDetails.class, TestDatabase::fresh)
							.setLazyInit(true)
							.getBeanDefinition());
			}
		}

		private static Path temporaryFolder() {
			try {
				Path folder = Files.createTempDirectory("catena-test-data-");
				SpringApplication.getShutdownHandlers().add(() -> {
					try {
						FileSystemUtils.deleteRecursively(folder);
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
				});
				return folder;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
