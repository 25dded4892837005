package org.postkontor.cli.internal.command;

import java.util.List;

import org.postkontor.account.Account;
import org.postkontor.auth.SignInBroker.SignedOut;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.output.AccountView;
import org.postkontor.problem.ProblemException;

/** Revokes and forgets the sign-in of an account. */
final class SignOutCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("signout", Operand.required("ACCOUNT"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		SignedOut signedOut = invocation.services().signIn().signOut(account, invocation.monitor());
		invocation.services().accounts().save(signedOut.account());
		invocation.output().result(new UnconfirmedSignOuts(invocation, signedOut.unconfirmed()).told(new AccountView(invocation.texts()).json(signedOut.account())),
				List.of(invocation.texts().get("signout.done", "address", account.address())));
		return ExitCode.OK;
	}
}
