package org.postkontor.launch;

import java.util.ArrayList;
import java.util.List;

/** {@code ./run}: builds what changed, then the demo in the window, the headless journey, or the headless product. */
public final class Run {
	private static final String HELP = """
			./run                the demo world and the window of the product (without a display: the journey)
			./run --headless     the journey: every step its own process of the headless product
			    --servers=real   one of the two with Dovecot and Postfix (Linux, as root; "./test --setup" installs them)
			./run cli ...        passes the arguments to the headless product
			./run --help         this text""";

	private Run() {
	}

	/** Arguments as in {@code --help}. */
	public static void main(String[] arguments) {
		Failure.report(() -> run(List.of(arguments)));
	}

	private static int run(List<String> arguments) throws Exception {
		String first = arguments.isEmpty() ? "" : arguments.get(0);
		boolean known = first.equals("cli") || arguments.size() < 2 && first.equals("--help")
				|| arguments.stream().distinct().filter(List.of("--headless", "--servers=real")::contains).count() == arguments.size();
		if (first.equals("--help") || !known) {
			(known ? System.out : System.err).println((known ? "" : "Unknown arguments: " + String.join(" ", arguments) + "\n") + HELP);
			return known ? 0 : 64;
		}
		Project project = Project.here();
		Children children = new Children();
		new Build(project, children).ensureProduct();
		if (first.equals("cli")) {
			List<String> command = new ArrayList<>(List.of(project.script("postkontor-cli").toString()));
			command.addAll(arguments.subList(1, arguments.size()));
			return children.run(ownJava(new ProcessBuilder(command)));
		}
		Demo demo = new Demo(project, children, arguments.contains("--servers=real") ? Servers.REAL : Servers.DEMO);
		return arguments.contains("--headless") || !hasDisplay() ? demo.journey() : demo.window();
	}

	/** The product runs on the Java that was found for the build. */
	static ProcessBuilder ownJava(ProcessBuilder builder) {
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return builder;
	}

	private static boolean hasDisplay() {
		return !Project.os().equals("linux") || !System.getenv().getOrDefault("DISPLAY", "").isBlank()
				|| !System.getenv().getOrDefault("WAYLAND_DISPLAY", "").isBlank();
	}
}
