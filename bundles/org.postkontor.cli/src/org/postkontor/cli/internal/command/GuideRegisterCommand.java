package org.postkontor.cli.internal.command;

import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.account.Direction;
import org.postkontor.auth.guide.Guides.Registration;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.RegistrationView;
import org.postkontor.problem.ProblemException;

/** Shows how to register an application at a provider: its steps, and what its declaration says about redirects and rights. */
final class GuideRegisterCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("guide register", Operand.required("PROVIDER"), Option.value("directions", "send,receive"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		ProviderDescription provider = provider(invocation, invocation.arguments().operand().orElseThrow());
		Set<Direction> directions = Directions.of(invocation.arguments());
		Registration all = Registration.of(provider, directions.contains(Direction.RECEIVE));
		Registration facts = directions.contains(Direction.SEND) ? all : new Registration(all.redirects(), java.util.List.of(), all.receive());
		RegistrationView view = new RegistrationView(invocation.texts(), invocation.services().guides());
		invocation.output().result(view.json(provider, facts), view.lines(provider, facts));
		return ExitCode.OK;
	}

	private static ProviderDescription provider(Invocation invocation, String id) throws ProblemException {
		return invocation.services().providers().description(id).filter(GuideRegisterCommand::registers)
				.orElseThrow(() -> CommandFailure.of(ExitCode.NOT_FOUND, "provider.unknown", "provider", id, "providers",
						invocation.services().providers().descriptions().stream().filter(GuideRegisterCommand::registers).map(ProviderDescription::id)
								.collect(Collectors.joining(", "))));
	}

	private static boolean registers(ProviderDescription provider) {
		return "oauth".equals(provider.kind());
	}
}
