package org.postkontor.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.output.DiscoveryView;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.Proposal;
import org.postkontor.problem.ProblemException;

/** Servers found by discovery; what cannot be trusted is shown and has to be confirmed before anything is sent there. */
final class FoundServers {
	private final Invocation invocation;

	FoundServers(Invocation invocation) {
		this.invocation = invocation;
	}

	/** Receiving as {@code --receive} wants it, and sending. */
	List<Endpoint> find(MailAddress address) throws ProblemException {
		DiscoveryResult result = invocation.services().discovery().find(address, invocation.monitor());
		Proposal best = result.best().orElseThrow(() -> nothing(address, result));
		DiscoveryView view = new DiscoveryView(invocation.texts(), invocation.wording());
		if (!invocation.output().isJson()) {
			invocation.output().note(view.lines(best));
		}
		if (!best.trusted() && !invocation.arguments().has("yes")
				&& !new Confirmation(invocation).given(invocation.texts().get("settings.confirm", "hosts", hosts(best)))) {
			throw CommandFailure.of(ExitCode.CONFIRMATION_NEEDED, "settings.untrusted", "hosts", hosts(best), "origin", best.origin());
		}
		return chosen(best.endpoints());
	}

	/** At most one receiving server: the wanted one, else the first. */
	private List<Endpoint> chosen(List<Endpoint> all) throws ProblemException {
		Optional<String> wanted = invocation.arguments().value("receive");
		Optional<Endpoint> receiving = all.stream().filter(e -> e.direction() == Direction.RECEIVE)
				.filter(e -> wanted.isEmpty() || e.protocol() == (wanted.get().equals("imap") ? Protocol.IMAP : Protocol.POP3))
				.filter(e -> !wanted.equals(Optional.of("none"))).findFirst();
		if (receiving.isEmpty() && wanted.filter(w -> !w.equals("none")).isPresent()) {
			throw CommandFailure.of(ExitCode.NOT_FOUND, "settings.protocol", "protocol", wanted.get());
		}
		Optional<Endpoint> sending = all.stream().filter(e -> e.direction() == Direction.SEND).findFirst();
		return java.util.stream.Stream.concat(receiving.stream(), sending.stream()).toList();
	}

	/** With what kept the sources from answering: without a network there are no settings either. */
	private ProblemException nothing(MailAddress address, DiscoveryResult result) {
		CommandFailure failure = CommandFailure.of(ExitCode.NOT_FOUND, "settings.none", "address", address);
		for (DiscoveryResult.Asked asked : result.asked()) {
			failure = asked.problem().isPresent() ? failure.detail(asked.source(), invocation.wording().title(asked.problem().get())) : failure;
		}
		return failure;
	}

	private static String hosts(Proposal best) {
		return String.join(", ", best.endpoints().stream().map(Endpoint::host).distinct().toList());
	}
}
