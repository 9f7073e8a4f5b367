package org.catena.database;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Brings PostgreSQL along when nobody has named a server.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(EmbeddedPostgresAutoConfiguration.NoServerNamed.class)
@ConditionalOnMissingBean({ JdbcConnectionDetails.class, DataSource.class })
@EnableConfigurationProperties(DatabaseProperties.class)
class EmbeddedPostgresAutoConfiguration {

	@Bean(destroyMethod = "close")
	LocalPostgres localPostgres(DatabaseProperties properties, @Value("${catena.data-dir:./data}") String dataDir) {
		DataFolder folder = DataFolder.at(dataDir, properties.binariesDir());
		return properties.attach() ? JoinedPostgres.joinOrStart(folder)
				: EmbeddedPostgres.start(folder, folder.lock(), Durability.KEPT);
	}

	/** The pool depends on this, so it is closed before the server ends. */
	@Bean
	JdbcConnectionDetails localPostgresConnection(LocalPostgres postgres) {
		return postgres.connection();
	}

	static final class NoServerNamed extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			for (String name : new String[] { "spring.datasource.url", "spring.datasource.jndi-name" }) {
				if (StringUtils.hasText(context.getEnvironment().getProperty(name))) {
					return ConditionOutcome.noMatch(ConditionMessage.of(name + " names a server"));
				}
			}
			return ConditionOutcome.match(ConditionMessage.of("no server is named"));
		}

	}

}
