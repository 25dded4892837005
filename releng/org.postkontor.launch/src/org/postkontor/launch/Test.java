package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code ./test}: builds everything, runs the tests, sums up. The last line is {@code N passed, N failed, N skipped}. */
public final class Test {
	private static final String HELP = """
			./test                 builds everything and runs the fast set of the tests, in less than ten minutes on two idle cores;
			                       at the end it names what is only in the whole set
			./test --whole         builds everything and runs all tests, one after the other
			./test --setup         first installs the system packages that tests need (Debian and Ubuntu, as root), and fetches
			                       Keycloak from Maven Central; then all tests, as on a server for continuous integration
			./test --scan PATH...  only searches files and folders for secrets of the test kit (docs/security.md)
			./test --screenshots   all tests; also writes the pictures of docs/images anew
			./test --interop       all tests; also writes docs/interop.md anew: what was seen with real servers
			./test --bench [ARGS]  builds, runs the benchmarks instead of the tests and prints their numbers;
			                       all that follows goes to them, such as their names or --quick (docs/performance.md)
			./test --crash [KILLS] all tests; then kills processes of the outbox (1000 times if not said), and writes
			                       docs/reliability.md anew; fails, too, if a mail was lost or doubled
			./test --kills [KILLS] builds and only kills, instead of the tests""";
	/** What follows one of these goes to a program of its own. */
	private static final List<String> PROGRAMS = List.of("--bench", "--crash", "--kills");
	/** What may follow --crash, whose program only starts after the tests. */
	private static final String KILLS = "\\d+|--seed|--workers";
	private static final List<String> KNOWN = List.of("--whole", "--setup", "--screenshots", "--interop", "--help");

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
		int end = IntStream.range(0, all.size()).filter(i -> PROGRAMS.contains(all.get(i))).findFirst().orElse(all.size());
		List<String> arguments = all.subList(0, end);
		String program = end < all.size() ? all.get(end) : "";
		List<String> rest = program.isEmpty() ? List.of() : all.subList(end + 1, all.size());
		Stream<String> wrong = program.equals("--crash") ? rest.stream().filter(a -> !a.matches(KILLS)) : Stream.empty();
		List<String> unknown = Stream.concat(arguments.stream().filter(a -> !KNOWN.contains(a)), wrong).toList();
		if (!unknown.isEmpty() || arguments.contains("--help")) {
			(unknown.isEmpty() ? System.out : System.err).println((unknown.isEmpty() ? "" : "Unknown arguments: " + unknown + "\n") + HELP);
			return unknown.isEmpty() ? 0 : 64;
		}
		Project project = Project.here();
		List<String> leftOut = new ArrayList<>();
		if (arguments.contains("--setup")) {
			leftOut.addAll(new SystemPackages().install());
			if (!program.equals("--bench") && Project.os().equals("linux")) {
				leftOut.addAll(new KeycloakArtifact(project).fetch());
			}
		}
		Children children = new Children();
		if (List.of("--bench", "--kills").contains(program)) {
			leftOut.forEach(line -> System.out.println("Left out: " + line));
			return program.equals("--bench") ? new Benchmarks(project, children).run(rest) : new Kills(project, children).run(rest);
		}
		TestRun run = new TestRun(project, children, all.isEmpty() ? TestSet.FAST : TestSet.WHOLE, leftOut);
		if (arguments.contains("--screenshots")) {
			run.write("-Dpostkontor.screenshots=" + project.root().resolve("docs/images"));
		}
		if (arguments.contains("--interop")) {
			run.write("-Dpostkontor.interop=true");
		}
		return run.run(program.equals("--crash") ? Optional.of(rest) : Optional.empty());
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
}
