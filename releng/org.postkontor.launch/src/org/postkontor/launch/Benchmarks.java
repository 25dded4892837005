package org.postkontor.launch;

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
		ProcessBuilder builder = project.tool("bench", "org.postkontor.bench.Bench", arguments);
		VirtualScreen.start(children).ifPresent(screen -> builder.environment().put("DISPLAY", screen.display()));
		return children.run(builder);
	}
}
