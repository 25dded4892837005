package org.postkontor.ui.tests;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postkontor.ui.tests.demo.DemoFolder;

@EnabledIfSystemProperty(named = DemoFolder.DEMO, matches = "(?!none$).+", disabledReason = "no demo world runs; ./test starts one")
@Tag("long")
class DemoScenarioTest extends FirstMailScenario {
	DemoScenarioTest() {
		super(DemoFolder.DEMO, "demo.test");
	}

	@Override
	void show(String name) throws Exception {
		robot.screenshot(picture(name));
	}
}
