package org.catena.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which addresses can tell the past, so that links between them keep the moment.
 */
@Component
class PastAddresses {

	private final SingletonSupplier<List<Address>> addresses;

	PastAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.addresses = SingletonSupplier.of(() -> addresses(mappings.getObject()));
	}

	/** Whether a handler can. */
	static boolean tells(HandlerMethod handler) {
		return handler.hasMethodAnnotation(TellsThePast.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), TellsThePast.class);
	}

	/**
	 * Whether an address can.
	 * @param path from the root of the archive, without parameters
	 */
	boolean tells(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		for (Address address : this.addresses.obtain()) {
			if (address.pattern().matches(parsed)) {
				return address.tells();
			}
		}
		return false;
	}

	/** The most specific first, as requests are mapped. */
	private static List<Address> addresses(RequestMappingHandlerMapping mapping) {
		List<Address> addresses = new ArrayList<>();
		mapping.getHandlerMethods().forEach((info, handler) -> {
			if (info.getPathPatternsCondition() != null && reads(info)) {
				info.getPathPatternsCondition()
					.getPatterns()
					.forEach((pattern) -> addresses.add(new Address(pattern, tells(handler))));
			}
		});
		addresses.sort((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()));
		return List.copyOf(addresses);
	}

	private static boolean reads(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return methods.isEmpty() || methods.contains(RequestMethod.GET);
	}

	private record Address(PathPattern pattern, boolean tells) {
	}

}
