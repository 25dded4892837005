package org.postkontor.launch;

import java.util.List;

/** The proof of the outbox: a program of the build that kills processes of the product and counts mails. */
final class Kills {
	private final Project project;
	private final Children children;

	Kills(Project project, Children children) {
		this.project = project;
		this.children = children;
	}

	/** Builds it, if anything has changed. Returns its exit code: 0 if nothing was lost or doubled and enough was proven. */
	int run(List<String> arguments) throws Exception {
		new Build(project, children).ensureReliability();
		return children.run(project.tool("reliability", "org.postkontor.reliability.Reliability", arguments));
	}
}
