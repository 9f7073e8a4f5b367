package org.catena.reading;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Lets only the addresses of styles, scripts and fonts be looked for among the static
 * files, whose content is in their addresses. Spring looks for every link there, also for
 * the hundreds on a page of hits that never are files, which took longer than the rest of
 * the page.
 */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

	@Autowired
	void links(SpringTemplateEngine templates,
			@Value("${spring.web.resources.chain.strategy.content.paths}") List<String> files) {
		templates.setLinkBuilder(new Links(files.stream().map(PathPatternParser.defaultInstance::parse).toList()));
	}

	private static final class Links extends StandardLinkBuilder {

		private final List<PathPattern> files;

		Links(List<PathPattern> files) {
			this.files = files;
		}

		@Override
		protected String processLink(IExpressionContext context, String link) {
			String root = (context instanceof IWebContext) ? computeContextPath(context, link, Map.of()) : "";
			return link.startsWith(root) && isFile(link.substring(root.length())) ? super.processLink(context, link)
					: link;
		}

		private boolean isFile(String path) {
			PathContainer parsed = PathContainer.parsePath(path);
			return this.files.stream().anyMatch((file) -> file.matches(parsed));
		}

	}

}
