package org.catena.table;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Files over HTTP, from a server that answers errors by a page as the application does.
 */
class FileAnswerTests {

	private static final String ERROR = "{\"status\":500}";

	private static final Tomcat server = new Tomcat();

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		server.setBaseDir(folder.toString());
		server.setPort(0);
		Context context = server.addContext("", folder.toString());
		Tomcat.addServlet(context, "table", new Rows()).addMapping("/*");
		Tomcat.addServlet(context, "error", new Failed()).addMapping("/error");
		ErrorPage page = new ErrorPage();
		page.setLocation("/error");
		context.addErrorPage(page);
		FilterDef filter = new FilterDef();
		filter.setFilterName("broken-off");
		filter.setFilter(new BrokenOff());
		context.addFilterDef(filter);
		FilterMap mapping = new FilterMap();
		mapping.setFilterName("broken-off");
		mapping.addURLPattern("/*");
		mapping.setDispatcher(DispatcherType.INCLUDE.name());
		context.addFilterMap(mapping);
		server.getConnector();
		server.start();
	}

	@AfterAll
	static void stop() throws Exception {
		server.stop();
		server.destroy();
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "jsonl" })
	void hasAllRows(String form) throws Exception {
		for (int rows : List.of(0, 1, 50_000)) {
			HttpResponse<String> answer = get("/table." + form + "?rows=" + rows);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Disposition"))
				.contains("attachment; filename=\"table." + form + "\"");
			assertThat(answer.body().lines()).hasSize(rows + (form.equals("csv") ? 1 : 0));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "jsonl" })
	void isNotAnsweredWhereItFailsAtOnce(String form) throws Exception {
		for (int rows : List.of(0, 1)) {
			HttpResponse<String> answer = get("/table." + form + "?fail=true&rows=" + rows);
			assertThat(answer.statusCode()).isEqualTo(500);
			assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
			assertThat(answer.body()).isEqualTo(ERROR);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "jsonl" })
	void breaksOffWhereItFailsLater(String form) {
		for (int rows : List.of(10_000, 50_000)) {
			assertThatThrownBy(() -> get("/table." + form + "?fail=true&rows=" + rows)).isInstanceOf(IOException.class);
		}
	}

	@Test
	void hasNothingBehindItWhereItBreaksOff() throws Exception {
		HttpResponse<java.io.InputStream> answer = this.client.send(request("/table.csv?fail=true&rows=50000"),
				HttpResponse.BodyHandlers.ofInputStream());
		StringBuilder read = new StringBuilder();
		assertThatThrownBy(() -> {
			for (int letter = answer.body().read(); letter >= 0; letter = answer.body().read()) {
				read.append((char) letter);
			}
		}).isInstanceOf(IOException.class);
		assertThat(read.toString()).startsWith("name\r\nrow 1\r\n");
		assertThat(read.indexOf(ERROR)).isNegative();
	}

	private HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return this.client.send(request(address), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest request(String address) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + server.getConnector().getLocalPort() + address))
			.build();
	}

	private static final class Rows extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			String form = request.getRequestURI().replaceFirst(".*\\.", "");
			int rows = Integer.parseInt(request.getParameter("rows"));
			new FileAnswer(response, "table." + form).table(form, new JsonMapper(), (writer) -> {
				writer.begin(TableAbout.NOTHING, List.of("name"));
				for (int row = 1; row <= rows; row++) {
					writer.row("row", Map.of("name", "row " + row));
				}
				if (request.getParameter("fail") != null) {
					throw new IllegalStateException("The database has gone away");
				}
				writer.end();
			});
		}

	}

	private static final class Failed extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getOutputStream().write(ERROR.getBytes(StandardCharsets.UTF_8));
		}

	}

}
