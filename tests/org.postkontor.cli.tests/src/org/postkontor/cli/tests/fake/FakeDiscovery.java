package org.postkontor.cli.tests.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.discovery.Discovery;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.DiscoveryResult.Asked;
import org.postkontor.discovery.Proposal;
import org.postkontor.problem.ProblemKind;

/** Finds IMAP, POP3 and SMTP servers with the provider {@link #provider}. */
public final class FakeDiscovery implements Discovery {
	public boolean finds = true;
	public boolean trusted = true;
	public String provider = "oauth";
	public final List<MailAddress> asked = new ArrayList<>();

	@Override
	public DiscoveryResult find(MailAddress address, IProgressMonitor monitor) {
		asked.add(address);
		List<Asked> sources = List.of(new Asked("presets", finds ? 1 : 0, Optional.empty(), 3),
				new Asked("autoconfig", 0, Optional.of(Problems.of(ProblemKind.TIMEOUT)), 10000));
		return new DiscoveryResult(finds ? List.of(proposal(address)) : List.of(), sources);
	}

	private Proposal proposal(MailAddress address) {
		AuthBinding auth = AuthBinding.of(provider, address.toString(), Map.of("issuer", "https://login.example.test"));
		return new Proposal("Example Mail", List.of(new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, auth),
				new Endpoint(Protocol.POP3, "pop.example.test", 995, TlsMode.IMPLICIT, auth),
				new Endpoint(Protocol.SMTP, "smtp.example.test", 465, TlsMode.IMPLICIT, auth)), "presets", "presets.json", trusted, List.of("Note"));
	}
}
