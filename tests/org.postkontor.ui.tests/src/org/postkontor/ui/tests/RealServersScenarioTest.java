package org.postkontor.ui.tests;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postkontor.ui.tests.demo.DemoFolder;

/** The same way with Dovecot and Postfix. */
@EnabledIfSystemProperty(named = DemoFolder.REAL, matches = "(?!none$).+", disabledReason = "no real mail servers run; ./test starts them on Linux, as root, where they are installed")
@Tag("long")
class RealServersScenarioTest extends FirstMailScenario {
	RealServersScenarioTest() {
		super(DemoFolder.REAL, "example.test");
	}
}
