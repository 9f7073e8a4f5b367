package org.catena.past;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.spring6.context.SpringContextUtils;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Lets the links and forms of a page of the past lead to the past, where what they lead
 * to can be told; templates need not think of it. A link with {@code data-present} is
 * left as it is.
 */
@Component
class KeepTheDay implements IPostProcessorDialect {

	private static final int LAST = 1000;

	@Override
	public String getName() {
		return "past";
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return LAST;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, Links.class, LAST));
	}

	/** The library makes one for each page. */
	public static final class Links extends AbstractTemplateHandler {

		private static final Pattern ASKED = Pattern.compile("[?&;]" + AsOf.PARAMETER + "=");

		private static final Pattern FRAGMENT = Pattern.compile("(?<!&)#");

		private @Nullable AsOf past;

		private @Nullable PastAddresses addresses;

		private String root = "";

		private String page = "";

		@SuppressWarnings("NullAway.Init")
		public Links() {
			// The context comes later.
		}

		@Override
		public void setContext(ITemplateContext context) {
			super.setContext(context);
			this.past = Past.current().orElse(null);
			ApplicationContext beans = SpringContextUtils.getApplicationContext(context);
			if (this.past != null && beans != null
					&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
				HttpServletRequest request = attributes.getRequest();
				this.addresses = beans.getBean(PastAddresses.class);
				this.root = request.getContextPath();
				this.page = request.getRequestURI();
			}
		}

		@Override
		public void handleOpenElement(IOpenElementTag tag) {
			AsOf kept = this.past;
			if (kept == null || tag.hasAttribute("data-present")) {
				super.handleOpenElement(tag);
			}
			else if (tag.getElementCompleteName().equals("a")) {
				String address = tag.getAttributeValue("href");
				super.handleOpenElement((address != null && isPast(address)) ? getContext().getModelFactory()
					.setAttribute(tag, "href", on(kept, address), AttributeValueQuotes.DOUBLE) : tag);
			}
			else if (tag.getElementCompleteName().equals("form")) {
				super.handleOpenElement(tag);
				String action = tag.getAttributeValue("action");
				if (isPast((action != null) ? action : this.page)) {
					super.handleStandaloneElement(getContext().getModelFactory()
						.createStandaloneElementTag("input",
								Map.of("type", "hidden", "name", AsOf.PARAMETER, "value", kept.word()),
								AttributeValueQuotes.DOUBLE, false, false));
				}
			}
			else {
				super.handleOpenElement(tag);
			}
		}

		/** Attributes arrive escaped: a number sign may be of a character. */
		private static String on(AsOf past, String address) {
			if (ASKED.matcher(address).find()) {
				return address;
			}
			Matcher fragment = FRAGMENT.matcher(address);
			int end = fragment.find() ? fragment.start() : address.length();
			return address.substring(0, end) + ((address.lastIndexOf('?', end) >= 0) ? "&amp;" : "?") + AsOf.PARAMETER
					+ "=" + past.word() + address.substring(end);
		}

		private boolean isPast(String address) {
			String path = address.split("[?#]", 2)[0];
			if (path.isEmpty()) {
				// Within the page, or the page with other parameters.
				return address.startsWith("?");
			}
			return this.addresses != null && path.startsWith(this.root + "/")
					&& this.addresses.tells(path.substring(this.root.length()));
		}

	}

}
