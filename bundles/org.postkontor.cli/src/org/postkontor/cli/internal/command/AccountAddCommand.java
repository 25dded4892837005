package org.postkontor.cli.internal.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Scope;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.AccountView;
import org.postkontor.problem.ProblemException;

/** Adds an account, with settings found by discovery or given as options; with a password file it is signed in at once. */
final class AccountAddCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("account add", Operand.required("ADDRESS"), Option.choice("auth", "oauth", "password"),
				Option.value("password-file", "FILE"), Option.value("name", "NAME"), Option.value("sender-name", "NAME"), Option.value("user", "NAME"),
				Option.value("issuer", "URL"), Option.value("client-id", "ID"), ClientAuthOption.SYNTAX, Option.value("imap", "HOST:PORT"), Option.value("pop3", "HOST:PORT"),
				Option.value("smtp", "HOST:PORT"), Option.value("graph", "HOST:PORT"), Option.value("ews", "HOST:PORT"),
				Option.choice("tls", "implicit", "starttls"), Option.choice("receive", "imap", "pop3", "none"), LeaveOnServerOption.SYNTAX,
				Option.choice("scope", "employee", "office"), Option.flag("yes"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Arguments arguments = invocation.arguments();
		MailAddress address = MailAddress.parse(arguments.operand().orElseThrow());
		if (invocation.services().accounts().find(address).isPresent()) {
			throw CommandFailure.of(ExitCode.USAGE, "account.exists", "account", address);
		}
		Optional<java.nio.file.Path> passwordFile = arguments.path("password-file");
		if (passwordFile.isPresent()) {
			new PasswordFile(passwordFile.get()).read();
		}
		Account account = account(invocation, address);
		if (passwordFile.isPresent()) {
			Set<Direction> directions = account.endpoints().stream().map(Endpoint::direction)
					.collect(Collectors.toCollection(() -> EnumSet.noneOf(Direction.class)));
			account = invocation.services().signIn().signIn(account, directions, CommandLinePrompt.of(invocation), invocation.monitor());
		}
		invocation.services().accounts().save(account);
		AccountView view = new AccountView(invocation.texts());
		List<String> lines = new java.util.ArrayList<>(List.of(invocation.texts().get("account.added", "address", address)));
		lines.addAll(view.lines(account));
		if (!AccountView.signedIn(account)) {
			lines.add(invocation.texts().get("account.sign-in-next", "address", address));
		}
		invocation.output().result(view.json(account), lines);
		return ExitCode.OK;
	}

	private static Account account(Invocation invocation, MailAddress address) throws ProblemException {
		Arguments arguments = invocation.arguments();
		AuthChoice auth = new AuthChoice(arguments, invocation.services(), address);
		TypedServers typed = new TypedServers(arguments);
		List<Endpoint> found = typed.isEmpty() ? new FoundServers(invocation).find(address) : typed.endpoints(auth);
		List<Endpoint> endpoints = new java.util.ArrayList<>();
		for (Endpoint endpoint : LeaveOnServerOption.applied(arguments, found)) {
			endpoints.add(endpoint.with(auth.binding(endpoint.auth())));
		}
		Scope scope = arguments.value("scope").filter("office"::equals).isPresent() ? Scope.OFFICE : Scope.EMPLOYEE;
		return new Account(AccountId.create(), arguments.value("name").orElse(address.toString()), address, arguments.value("sender-name").orElse(""),
				scope, endpoints);
	}
}
