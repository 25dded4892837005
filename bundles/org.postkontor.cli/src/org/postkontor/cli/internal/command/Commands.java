package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;

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
			new OutboxScheduleCommand(), new OutboxChangeCommand("outbox send-now", (services, id) -> services.outbox().sendNow(id)),
			new OutboxChangeCommand("outbox hold", (services, id) -> services.outbox().hold(id)),
			new OutboxChangeCommand("outbox release", (services, id) -> services.outbox().release(id)),
			new OutboxChangeCommand("outbox cancel", OutboxChangeCommand::cancel),
			new OutboxChangeCommand("outbox remove", (services, id) -> services.outbox().remove(id)),
			new OutboxChangeCommand(OutboxChangeCommand.RESTORE, (services, id) -> services.outbox().restore(id)), new OutboxResolveCommand(),
			new OutboxPolicyCommand(), new OutboxTidyCommand(), new OutboxLogCommand(), new OutboxExportCommand(), new InboxSyncCommand(), new InboxWatchCommand(),
			new InboxListCommand(), new InboxShowCommand());

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
