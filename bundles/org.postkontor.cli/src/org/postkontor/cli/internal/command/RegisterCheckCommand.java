package org.postkontor.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.RegistrationCheck;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.FindingsView;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** Checks the office's application registration with the settings of an account, or with others that are tried out. Stores nothing. */
final class RegisterCheckCommand implements Command {
	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("register check", Operand.required("ACCOUNT"), Option.value("issuer", "URL"), Option.value("client-id", "ID"),
				ClientAuthOption.SYNTAX, Option.value("directions", "send,receive"), Option.flag("no-sign-in"), Option.flag("no-browser"),
				Option.flag("device-code"));
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Account account = invocation.accounts().find(invocation.arguments().operand().orElseThrow());
		SignInRequest request = request(invocation, account);
		String provider = request.binding().provider();
		if (!(invocation.services().providers().provider(provider) instanceof RegistrationCheck check)) {
			throw CommandFailure.of(ExitCode.CONFIGURATION, ProblemKind.CONFIGURATION, "register.uncheckable", "provider", provider);
		}
		SignInPrompt person = CommandLinePrompt.of(invocation);
		List<Finding> findings = check.check(request, invocation.arguments().has("no-sign-in") ? new NobodySignsIn(person) : person, invocation.monitor());
		FindingsView view = new FindingsView(invocation.texts(), invocation.wording());
		invocation.output().result(view.json(account, provider, findings), view.lines(findings));
		if (invocation.monitor().isCanceled()) {
			return ExitCode.CANCELLED;
		}
		return findings.stream().anyMatch(finding -> finding.result() == Result.FAILED) ? ExitCode.CHECK_FAILED : ExitCode.OK;
	}

	/** For the servers of one provider; the settings are those of the first. */
	private static SignInRequest request(Invocation invocation, Account account) throws ProblemException {
		Set<Direction> directions = Directions.of(invocation.arguments(), account);
		List<Endpoint> possible = account.endpoints().stream().filter(endpoint -> directions.contains(endpoint.direction()))
				.filter(endpoint -> invocation.services().providers().description(endpoint.auth().provider())
						.filter(description -> "oauth".equals(description.kind())).isPresent())
				.toList();
		if (possible.isEmpty()) {
			throw CommandFailure.of(ExitCode.CONFIGURATION, ProblemKind.CONFIGURATION, "register.password", "account", account.address());
		}
		AuthBinding own = possible.getFirst().auth();
		List<Endpoint> endpoints = possible.stream().filter(endpoint -> endpoint.auth().provider().equals(own.provider())).toList();
		Map<String, String> settings = new LinkedHashMap<>(own.settings());
		invocation.arguments().value("issuer").ifPresent(issuer -> settings.put("issuer", issuer));
		invocation.arguments().value("client-id").ifPresent(id -> settings.put("clientId", id));
		ClientAuthOption.put(invocation.arguments(), settings);
		AuthBinding tried = new AuthBinding(own.provider(), own.principal(), own.mailbox(), java.util.Optional.empty(), settings);
		return new SignInRequest(tried, account.address(), endpoints.stream().map(Resource::of).toList(),
				endpoints.stream().map(Endpoint::direction).collect(Collectors.toUnmodifiableSet()));
	}
}
