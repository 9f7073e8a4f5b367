package org.catena;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

	@Test
	void keepTheirArrows() {
		ApplicationModules.of(CatenaApplication.class).verify();
	}

}
