package org.catena.database;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabaseTests {

	@Test
	void givesEachCallerAnEmptyDatabaseOfItsOwn() {
		JdbcConnectionDetails one = TestDatabase.fresh();
		JdbcConnectionDetails other = TestDatabase.fresh();
		assertThat(one.getJdbcUrl()).isNotEqualTo(other.getJdbcUrl());
	}

	@Nested
	@SpringJUnitConfig
	@ImportAutoConfiguration({ EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class })
	class SpringTest {

		@Test
		void worksOnTheTestServerAsNoSuperuser(@Autowired DataSource dataSource) {
			List<String> row = new JdbcTemplate(dataSource).queryForObject(
					"SELECT current_database(), current_setting('fsync'), current_setting('is_superuser'),"
							+ " current_setting('server_version_num')::int / 10000",
					(result, number) -> List.of(result.getString(1).replaceAll("\\d", ""), result.getString(2),
							result.getString(3), result.getString(4)));
			assertThat(row).containsExactly("test_", "off", "off", "18");
		}

		@Test
		void hasATemporaryDataFolder(@Value("${catena.data-dir}") Path folder) {
			assertThat(folder).isEmptyDirectory().startsWith(Path.of(System.getProperty("java.io.tmpdir")));
		}

		@Test
		void startsNothingInTheDataFolder(@Autowired ApplicationContext context) {
			assertThat(context.getBeansOfType(LocalPostgres.class)).isEmpty();
		}

	}

	@Nested
	@SpringJUnitConfig
	@ImportAutoConfiguration({ EmbeddedPostgresAutoConfiguration.class, DataSourceAutoConfiguration.class })
	@TestPropertySource(
			properties = { "spring.datasource.url=jdbc:postgresql://192.0.2.1/none", "catena.data-dir=/nowhere" })
	class SpringTestThatNamesItsOwn {

		@Test
		void getsWhatItNames(@Autowired JdbcConnectionDetails details, @Value("${catena.data-dir}") String folder) {
			assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://192.0.2.1/none");
			assertThat(folder).isEqualTo("/nowhere");
		}

	}

	@Nested
	@DataJpaTest
	class JpaSlice {

		@Test
		void worksOnTheTestServer(@Autowired JdbcTemplate jdbc) {
			assertThat(jdbc.queryForObject("SELECT current_database()", String.class)).startsWith("test_");
		}

	}

}
