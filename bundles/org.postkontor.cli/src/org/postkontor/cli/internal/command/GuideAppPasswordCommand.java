package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.guide.Guide;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.GuideView;
import org.postkontor.problem.ProblemException;

/** Shows how to get an app password, also before there is an account; the servers of an account tell the provider of an own domain. */
final class GuideAppPasswordCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("guide app-password", Operand.required("ADDRESS"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		MailAddress address = MailAddress.parse(invocation.arguments().operand().orElseThrow());
		List<String> hosts = invocation.services().accounts().find(address).map(a -> a.endpoints().stream().map(Endpoint::host).toList())
				.orElse(List.of());
		Guide guide = invocation.services().guides().appPassword(address, hosts, invocation.texts().locale())
				.orElseThrow(() -> CommandFailure.of(ExitCode.NOT_FOUND, "guide.unknown", "address", address));
		invocation.output().result(GuideView.json(guide), new GuideView(invocation.texts()).lines(guide));
		return ExitCode.OK;
	}
}
