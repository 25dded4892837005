package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.outbox.Outbox;

/** The list of commands, in the order of the help. */
public final class Commands {
	/** Told without services, therefore not a {@link Command}. */
	public static final CommandSyntax HELP = CommandSyntax.of("help", Operand.any("COMMAND"));

	private static final List<Command> ALL = List.of(new DiscoverCommand(), new AccountAddCommand(), new AccountListCommand(),
			new AccountShowCommand(), new AccountCheckCommand(), new AccountRemoveCommand(), new SignInCommand(), new SignOutCommand(),
			new SignInsListCommand(), new SignInsRefreshCommand(), new SignInsSignOutCommand(),
			new ConsentLinkCommand(), new ConsentGrantCommand(), new ConsentAskCommand(), new ConsentStatusCommand(), new ConsentPollCommand(),
			new GuideAppPasswordCommand(), new GuideRegisterCommand(), new RegisterCheckCommand(),
			new SendCommand(), new OutboxListCommand(), new OutboxShowCommand(), new OutboxDrainCommand(),
			new OutboxChangeCommand("outbox hold", Outbox::hold), new OutboxChangeCommand("outbox release", Outbox::release),
			new OutboxChangeCommand("outbox remove", Outbox::remove), new OutboxResolveCommand(), new InboxSyncCommand(), new InboxListCommand(),
			new InboxShowCommand());

	private Commands() {
	}

	/** What can be typed. */
	public static List<CommandSyntax> syntaxes() {
		return Stream.concat(ALL.stream().map(Command::syntax), Stream.of(HELP)).toList();
	}

	public static Optional<CommandSyntax> byName(String name) {
		return syntaxes().stream().filter(s -> s.name().equals(name)).findFirst();
	}

	/** True for the first word of commands with two, for example {@code account}. */
	public static boolean isGroup(String name) {
		return syntaxes().stream().anyMatch(s -> s.name().startsWith(name + " "));
	}

	public static Command find(CommandSyntax syntax) {
		return ALL.stream().filter(c -> c.syntax().name().equals(syntax.name())).findFirst().orElseThrow();
	}
}
