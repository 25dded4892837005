package org.postkontor.cli.internal.command;

import org.postkontor.account.MailAddress;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.DiscoveryView;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.problem.ProblemException;

/** Finds settings for an address without making an account. */
final class DiscoverCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("discover", Operand.required("ADDRESS"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		MailAddress address = MailAddress.parse(invocation.arguments().operand().orElseThrow());
		DiscoveryResult result = invocation.services().discovery().find(address, invocation.monitor());
		DiscoveryView view = new DiscoveryView(invocation.texts(), invocation.wording());
		invocation.output().result(view.json(address, result), view.lines(result));
		return result.proposals().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.OK;
	}
}
