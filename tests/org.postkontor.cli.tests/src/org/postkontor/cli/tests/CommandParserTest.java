package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.cli.internal.args.CommandParser;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.CommandWords;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class CommandParserTest {
	private final CommandParser parser = new CommandParser(
			List.of(CommandSyntax.of("mail send", Option.many("to", "ADDRESS"), Option.value("subject", "TEXT"), Option.choice("tls", "a", "b"),
					Option.valueOr("-", "raw", "FILE")), CommandSyntax.of("show", Operand.required("ID")), CommandSyntax.of("drop", Operand.many("ID"))),
			List.of(Option.value("home", "DIR"), Option.flag("json"), Option.flag("help")));

	@Test
	void findsCommandsOfTwoWords() throws Exception {
		assertEquals("mail send", parse("mail", "send").command().orElseThrow().name());
	}

	@Test
	void takesGlobalOptionsBeforeAndAfterTheCommand() throws Exception {
		CommandWords words = parse("--home", "a", "mail", "--json", "send");
		assertEquals(Optional.of("a"), words.arguments().value("home"));
		assertTrue(words.arguments().has("json"));
	}

	@Test
	void takesValuesAfterAnEqualsSignEvenWithDashes() throws Exception {
		assertEquals(Optional.of("--x=1"), parse("mail", "send", "--subject=--x=1").arguments().value("subject"));
	}

	@Test
	void takesEmptyValues() throws Exception {
		assertEquals(Optional.of(""), parse("mail", "send", "--subject", "").arguments().value("subject"));
	}

	@Test
	void takesSeveralWordsForAnOptionThatMayHaveThem() throws Exception {
		assertEquals(List.of("a", "b", "c"), parse("mail", "send", "--to", "a", "b", "--subject", "s", "--to", "c").arguments().values("to"));
	}

	@Test
	void takesTheFallbackWhenAValueMayBeLeftOut() throws Exception {
		assertEquals(Optional.of("-"), parse("mail", "send", "--raw").arguments().value("raw"));
		assertEquals(Optional.of("-"), parse("mail", "send", "--raw", "--json").arguments().value("raw"));
		assertEquals(Optional.of("f"), parse("mail", "send", "--raw", "f").arguments().value("raw"));
	}

	@Test
	void endsOptionsAtTwoDashes() throws Exception {
		assertEquals(List.of("--json"), parse("show", "--", "--json").arguments().operands());
	}

	@Test
	void refusesAnUnknownOptionWithoutRepeatingItsValue() {
		Problem problem = refused("mail", "send", "--subjekt=very secret");
		assertEquals("cli.usage.option.meant", problem.id());
		assertEquals("--subject", problem.values().get("meant"));
		assertFalse(problem.toString().contains("secret"));
	}

	@Test
	void refusesOptionsOfOtherCommands() {
		assertEquals("cli.usage.option", refused("show", "1", "--subject", "x").id());
	}

	@Test
	void refusesSingleDashOptions() {
		assertEquals("-x", refused("show", "-x", "1").values().get("option"));
	}

	@Test
	void saysWhyThereIsNoPasswordOption() {
		assertEquals("cli.usage.secret", refused("mail", "send", "--password", "x").id());
	}

	@Test
	void suggestsTheCommandThatWasMeant() {
		assertEquals("mail send", refused("mail", "sned").values().get("meant"));
		assertEquals("show", refused("shwo").values().get("meant"));
	}

	@Test
	void suggestsNothingForSomethingElse() {
		assertEquals("cli.usage.command", refused("kaffeemaschine").id());
	}

	@Test
	void refusesMissingAndSurplusWords() {
		assertEquals("cli.usage.missing", refused("show").id());
		assertEquals("cli.usage.surplus", refused("show", "1", "2").id());
	}

	@Test
	void refusesAnOptionWithoutItsValue() {
		assertEquals("cli.usage.value", refused("mail", "send", "--subject").id());
		assertEquals("cli.usage.value", refused("mail", "send", "--subject", "--json").id());
	}

	@Test
	void refusesAValueForAFlag() {
		assertEquals("cli.usage.no-value", refused("show", "1", "--json=yes").id());
	}

	@Test
	void refusesASecondValue() {
		assertEquals("cli.usage.twice", refused("mail", "send", "--subject", "a", "--subject", "b").id());
	}

	@Test
	void refusesValuesThatAreNoChoice() {
		assertEquals("a, b", refused("mail", "send", "--tls", "c").values().get("choices"));
	}

	@Test
	void asksForHelpWithoutTheRest() throws Exception {
		assertTrue(parse("show", "--help").arguments().has("help"));
		assertTrue(parse("show", "-h").arguments().has("help"));
	}

	@Test
	void leavesAGroupWithoutACommandToTheCaller() throws Exception {
		CommandWords words = parse("mail");
		assertTrue(words.command().isEmpty());
		assertEquals(List.of("mail"), words.words());
	}

	private CommandWords parse(String... line) throws ProblemException {
		return parser.parse(List.of(line));
	}

	private Problem refused(String... line) {
		Problem problem = assertThrows(ProblemException.class, () -> parse(line)).problem();
		assertEquals(ProblemKind.INPUT, problem.kind());
		return problem;
	}
}
