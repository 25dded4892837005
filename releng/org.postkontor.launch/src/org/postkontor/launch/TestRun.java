package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a set of tests: the build with all that the tests need beside it, and the sum. */
final class TestRun {
	private final Instant start = Instant.now();
	private final Project project;
	private final Children children;
	private final TestSet set;
	private final List<String> leftOut;
	private final List<String> options = new ArrayList<>();
	private final Map<String, String> environment = new HashMap<>();
	private boolean writes;

	/** @param leftOut what cannot run on this machine, and why */
	TestRun(Project project, Children children, TestSet set, List<String> leftOut) {
		this.project = project;
		this.children = children;
		this.set = set;
		this.leftOut = new ArrayList<>(leftOut);
		options.addAll(set.options());
	}

	/** Also writes into the checkout. @param option of Maven that asks for it */
	void write(String option) {
		options.add(option);
		writes = true;
	}

	/** Runs the tests, and afterwards the kills with these arguments. Returns the exit code. */
	int run(Optional<List<String>> kills) throws Exception {
		List<WorldForTests> worlds = worlds();
		screen();
		TestTraces traces = new TestTraces(project, children);
		traces.ask(options, environment, set.jvm());
		CheckoutState before = CheckoutState.of(project.root());
		UnreachedModules unreached = new UnreachedModules();
		int code = new Build(project, children).verify(options, environment, line -> {
			worlds.forEach(world -> world.accept(line));
			unreached.accept(line);
		});
		TestReports reports = TestReports.read(project.root().resolve("tests"), FileTime.from(start));
		List<String> failed = new ArrayList<>(reports.failed());
		int passed = reports.passed();
		List<String> leaks = traces.leaks(worlds.stream().map(WorldForTests::folder).toList());
		List<String> dirt = writes ? List.of() : CheckoutState.of(project.root()).since(before);
		dirt.forEach(file -> System.out.println("The tests changed the checkout: " + file));
		if (leaks.isEmpty()) {
			passed++;
		} else {
			failed.add("secrets stay secret: " + String.join("\n\t", leaks));
		}
		if (kills.isPresent()) {
			if (killsPass(kills.get())) {
				passed++;
			} else {
				failed.add("kills lose no mail and double none");
			}
		}
		failed.forEach(name -> System.out.println("FAILED " + name));
		reports.skippedTests().forEach(name -> System.out.println("skipped " + name));
		unreached.names().forEach(name -> System.out.println("Not run, since a module that it needs failed: " + name));
		tellWhatDidNotRun();
		if (code != 0) {
			System.out.println("The build ended with exit code " + code + "; its log is .build/build.log");
		}
		System.out.println(passed + " passed, " + failed.size() + " failed, " + reports.skippedTests().size() + " skipped");
		return code != 0 ? code : failed.isEmpty() && reports.passed() > 0 && dirt.isEmpty() ? 0 : 1;
	}

	private boolean killsPass(List<String> arguments) throws Exception {
		try {
			return new Kills(project, children).run(arguments) == 0;
		} catch (Failure e) {
			System.out.println(e.getMessage());
			return false;
		}
	}

	private List<WorldForTests> worlds() throws IOException {
		List<WorldForTests> worlds = new ArrayList<>(List.of(new WorldForTests(project, children, Servers.DEMO)));
		options.add("-Dpostkontor.demo.dir=" + worlds.get(0).folder());
		if (set == TestSet.WHOLE && Servers.realOnesRun()) {
			worlds.add(new WorldForTests(project, children, Servers.REAL));
			options.add("-Dpostkontor.real.dir=" + worlds.get(1).folder());
		}
		return worlds;
	}

	private void screen() throws IOException, InterruptedException {
		Optional<VirtualScreen> screen = VirtualScreen.start(children);
		if (screen.isEmpty()) {
			if (Project.os().equals("linux")) {
				leftOut.add("org.postkontor.ui.tests (windows): Xvfb is not installed; \"./test --setup\" installs it on Debian and Ubuntu as root");
				options.addAll(List.of("-pl", "!:org.postkontor.ui.tests"));
			}
			return;
		}
		if (!screen.get().hasWindowManager()) {
			System.out.println("No openbox: tests of focus and keyboard may be skipped.");
		}
		environment.put("DISPLAY", screen.get().display());
	}

	private void tellWhatDidNotRun() throws IOException {
		leftOut.forEach(line -> System.out.println("Left out: " + line));
		if (set == TestSet.FAST) {
			Duration time = Duration.between(start, Instant.now());
			System.out.printf("The fast set took %d min %02d s. Not in it, but in \"./test --whole\": %s%n", time.toMinutes(), time.toSecondsPart(),
					String.join(", ", LongTests.in(project.root().resolve("tests"))));
		}
	}
}
