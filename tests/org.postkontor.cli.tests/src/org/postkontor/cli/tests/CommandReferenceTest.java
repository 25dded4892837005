package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.postkontor.cli.internal.GlobalOptions;
import org.postkontor.cli.internal.command.Commands;
import org.postkontor.cli.internal.output.CommandReference;
import org.postkontor.cli.internal.output.Texts;

/** Keeps {@code docs/cli.md} equal to what the commands declare. */
class CommandReferenceTest {
	/** Writes the reference anew. */
	public static void main(String[] arguments) throws Exception {
		Files.writeString(Sources.find("docs/cli.md"), String.join("\n", reference()) + "\n");
	}

	@Test
	void equalsTheReferenceInTheDocumentation() throws Exception {
		assertEquals(reference(), Files.readAllLines(Sources.find("docs/cli.md")),
				"docs/cli.md is out of date: run the main method of CommandReferenceTest, which writes it");
	}

	private static List<String> reference() {
		return new CommandReference(new Texts(Locale.ENGLISH), Commands.syntaxes(), GlobalOptions.SYNTAX).lines();
	}
}
