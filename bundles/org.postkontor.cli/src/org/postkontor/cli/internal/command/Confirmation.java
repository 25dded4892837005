package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Locale;

/** A question at the terminal whose answer is no unless somebody says yes; with JSON a program reads along, and nobody is asked. */
record Confirmation(Invocation invocation) {
	private static final List<String> YES = List.of("y", "yes", "j", "ja");

	/** False if nobody can be asked. */
	boolean given(String question) {
		return !invocation.output().isJson()
				&& invocation.person().terminal().line(question).filter(answer -> YES.contains(answer.strip().toLowerCase(Locale.ROOT))).isPresent();
	}
}
