package org.postkontor.launch;

import java.util.ArrayList;
import java.util.List;

/** The benchmarks: a program of the build, run beside the products, under an X server of its own. */
final class Benchmarks {
	private final Project project;
	private final Children children;

	Benchmarks(Project project, Children children) {
		this.project = project;
		this.children = children;
	}

	/** Builds what is measured, if it has changed. Returns the exit code of the benchmarks: 0 whatever the numbers are. */
	int run(List<String> arguments) throws Exception {
		new Build(project, children).ensureBenchmarks();
		List<String> command = new ArrayList<>(List.of(Project.java(), "--enable-native-access=ALL-UNNAMED", "-cp", project.classPath("bench"),
				"org.postkontor.bench.Bench", "--root", project.root().toString()));
		command.addAll(arguments);
		ProcessBuilder builder = Run.ownJava(new ProcessBuilder(command));
		VirtualScreen.start(children).ifPresent(screen -> builder.environment().put("DISPLAY", screen.display()));
		return children.run(builder);
	}
}
