package org.postkontor.ui.tests.fakes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.discovery.Discovery;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.Proposal;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Knows kanzlei.test (trusted, OAuth), verwaltung.test (password), mail.example.org (OAuth), fremd.test (not to be trusted) and nothing else. */
public final class FakeDiscovery implements Discovery {
	private final AtomicInteger asked = new AtomicInteger();

	public int timesAsked() {
		return asked.get();
	}

	@Override
	public DiscoveryResult find(MailAddress address, IProgressMonitor monitor) {
		asked.incrementAndGet();
		List<Proposal> proposals = switch (address.domain()) {
		case "kanzlei.test" -> List.of(proposal("Kanzlei Mail", address, "oauth", true, "presets"), proposal("Kanzlei Mail (POP3)", address, "password", true, "presets"));
		case "verwaltung.test" -> List.of(proposal("Verwaltung", address, "password", true, "directory"));
		case "mail.example.org" -> List.of(proposal("Example", address, "oauth", true, "directory"));
		case "fremd.test" -> List.of(proposal("Fremd", address, "password", false, "autoconfig"));
		default -> List.of();
		};
		return new DiscoveryResult(proposals, List.of(new DiscoveryResult.Asked("presets", proposals.size(), Optional.empty(), 2),
				new DiscoveryResult.Asked("autoconfig", 0, Optional.empty(), 184), new DiscoveryResult.Asked("ispdb", 0, Optional.of(
						Problem.of("net.unreachable", ProblemKind.NETWORK, Fixer.OFFICE_IT, Remedy.CHECK_NETWORK)), 912)));
	}

	private static Proposal proposal(String label, MailAddress address, String provider, boolean trusted, String source) {
		return new Proposal(label, Samples.endpoints(address, provider, label.contains("POP3") ? Protocol.POP3 : Protocol.IMAP), source,
				"https://autoconfig." + address.domain() + "/", trusted, List.of());
	}
}
