package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./test}: builds everything, runs all tests, sums up. The last line is {@code N passed, N failed, N skipped}. */
public final class Test {
	private static final String HELP = """
			./test                 builds everything and runs all tests
			./test --setup         first installs the system packages that tests need (Debian and Ubuntu, as root), and fetches
			                       Keycloak from Maven Central
			./test --scan PATH...  only searches files and folders for secrets of the test kit (docs/security.md)
			./test --screenshots   also writes the pictures of docs/images anew
			./test --interop       also writes docs/interop.md anew: what was seen with real servers
			./test --bench [ARGS]  builds, runs the benchmarks instead of the tests and prints their numbers;
			                       all that follows goes to them, such as their names or --quick (docs/performance.md)
			./test --crash [KILLS] builds, kills processes of the outbox instead of running the tests (1000 if not said), and
			                       writes docs/reliability.md anew; fails if a mail was lost or doubled""";

	private Test() {
	}

	/** Arguments as in {@code --help}. */
	public static void main(String[] arguments) {
		Failure.report(() -> test(List.of(arguments)));
	}

	private static int test(List<String> all) throws Exception {
		if (all.size() > 1 && all.get(0).equals("--scan")) {
			return scan(all.subList(1, all.size()));
		}
		int bench = all.indexOf("--bench");
		int crash = all.indexOf("--crash");
		int program = Math.max(bench, crash);
		List<String> arguments = program < 0 ? all : all.subList(0, program);
		List<String> unknown = arguments.stream().filter(a -> !List.of("--setup", "--screenshots", "--interop", "--help").contains(a)).toList();
		if (!unknown.isEmpty() || arguments.contains("--help")) {
			(unknown.isEmpty() ? System.out : System.err).println((unknown.isEmpty() ? "" : "Unknown arguments: " + unknown + "\n") + HELP);
			return unknown.isEmpty() ? 0 : 64;
		}
		Project project = Project.here();
		List<String> leftOut = new ArrayList<>();
		if (arguments.contains("--setup")) {
			leftOut.addAll(new SystemPackages().install());
			if (bench < 0 && Project.os().equals("linux")) {
				leftOut.addAll(new KeycloakArtifact(project).fetch());
			}
		}
		if (program >= 0) {
			leftOut.forEach(line -> System.out.println("Left out: " + line));
			List<String> rest = all.subList(program + 1, all.size());
			return bench >= 0 ? new Benchmarks(project, new Children()).run(rest) : new Kills(project, new Children()).run(rest);
		}
		Map<String, String> environment = new HashMap<>();
		List<String> options = new ArrayList<>();
		if (arguments.contains("--screenshots")) {
			options.add("-Dpostkontor.screenshots=" + project.root().resolve("docs/images"));
		}
		if (arguments.contains("--interop")) {
			options.add("-Dpostkontor.interop=true");
		}
		return test(project, options, environment, leftOut);
	}

	private static int scan(List<String> places) throws IOException {
		SecretScan scan = new SecretScan(Optional.ofNullable(System.getenv("POSTKONTOR_SECRETS")).map(Path::of));
		List<String> found = new ArrayList<>();
		for (String place : places) {
			found.addAll(scan.in(Path.of(place)));
		}
		found.forEach(leak -> System.out.println("SECRET " + leak));
		System.out.println(scan.extent());
		return found.isEmpty() ? 0 : 1;
	}

	private static int test(Project project, List<String> options, Map<String, String> environment, List<String> leftOut) throws Exception {
		Children children = new Children();
		List<WorldForTests> worlds = new ArrayList<>();
		worlds.add(new WorldForTests(project, children, Servers.DEMO));
		options.add("-Dpostkontor.demo.dir=" + worlds.get(0).folder());
		if (Servers.realOnesRun()) {
			worlds.add(new WorldForTests(project, children, Servers.REAL));
			options.add("-Dpostkontor.real.dir=" + worlds.get(1).folder());
		}
		TestTraces traces = new TestTraces(project, children);
		traces.ask(options, environment);
		Optional<VirtualScreen> screen = VirtualScreen.start(children);
		screen.ifPresent(s -> environment.put("DISPLAY", s.display()));
		if (screen.isEmpty() && Project.os().equals("linux")) {
			leftOut.add("org.postkontor.ui.tests (windows): Xvfb is not installed; \"./test --setup\" installs it on Debian and Ubuntu as root");
			options.addAll(List.of("-pl", "!:org.postkontor.ui.tests"));
		} else if (screen.isPresent() && !screen.get().hasWindowManager()) {
			System.out.println("No openbox: tests of focus and keyboard may be skipped.");
		}
		CheckoutState before = CheckoutState.of(project.root());
		FileTime start = FileTime.from(Instant.now());
		int code = new Build(project, children).verify(options, environment, line -> worlds.forEach(world -> world.accept(line)));
		TestReports reports = TestReports.read(project.root().resolve(Path.of("tests")), start);
		List<String> leaks = traces.leaks(worlds.stream().map(WorldForTests::folder).toList());
		leaks.forEach(leak -> System.out.println("FAILED secrets stay secret: " + leak));
		reports.failed().forEach(name -> System.out.println("FAILED " + name));
		reports.skippedTests().forEach(name -> System.out.println("skipped " + name));
		leftOut.forEach(line -> System.out.println("Left out: " + line));
		if (code != 0) {
			System.out.println("The build ended with exit code " + code + "; its log is .build/build.log");
		}
		boolean writes = options.stream().anyMatch(o -> o.startsWith("-Dpostkontor.screenshots=") || o.startsWith("-Dpostkontor.interop="));
		List<String> dirt = writes ? List.of()
				: CheckoutState.of(project.root()).since(before);
		dirt.forEach(file -> System.out.println("The tests changed the checkout: " + file));
		int leaky = leaks.isEmpty() ? 0 : 1;
		System.out.println((reports.passed() + 1 - leaky) + " passed, " + (reports.failed().size() + leaky) + " failed, " + reports.skippedTests().size() + " skipped");
		return code != 0 ? code : reports.failed().isEmpty() && reports.passed() > 0 && dirt.isEmpty() && leaks.isEmpty() ? 0 : 1;
	}
}
