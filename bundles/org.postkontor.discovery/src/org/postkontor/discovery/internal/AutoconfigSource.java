package org.postkontor.discovery.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Branding;
import org.postkontor.account.MailAddress;
import org.postkontor.discovery.DiscoverySource;
import org.postkontor.discovery.Proposal;
import org.postkontor.net.HttpService;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/**
 * Asks the address's own domain (draft-ietf-mailmaint-autoconfig, section 4.2, the https variants). Trusted if all that it
 * names is below that domain, or is an identity provider at which the office has registered its application.
 */
@Component
public final class AutoconfigSource implements DiscoverySource {
	private final HttpService http;
	private final Branding branding;
	private final Function<MailAddress, List<URI>> places;

	@Activate
	public AutoconfigSource(@Reference HttpService http, @Reference Branding branding) {
		this(http, branding, AutoconfigSource::places);
	}

	/** @param places where to ask, in order */
	public AutoconfigSource(HttpService http, Branding branding, Function<MailAddress, List<URI>> places) {
		this.http = http;
		this.branding = branding;
		this.places = places;
	}

	/** The address goes to its own domain only. */
	public static List<URI> places(MailAddress address) {
		String domain = address.asciiDomain();
		return List.of(URI.create("https://autoconfig." + domain + "/mail/config-v1.1.xml?emailaddress="
				+ URLEncoder.encode(address.ascii(), StandardCharsets.UTF_8)),
				URI.create("https://" + domain + "/.well-known/autoconfig/mail/config-v1.1.xml"));
	}

	@Override
	public String id() {
		return "autoconfig";
	}

	@Override
	public int rank() {
		return 30;
	}

	@Override
	public List<Proposal> find(MailAddress address, @Nullable IProgressMonitor monitor) throws ProblemException {
		AutoconfigFetch fetch = new AutoconfigFetch(http, branding, address);
		ProblemException failure = null;
		for (URI place : places.apply(address)) {
			try {
				List<Proposal> proposals = fetch.at(place, id(), file -> isTrusted(file, address.asciiDomain()), monitor);
				if (!proposals.isEmpty()) {
					return proposals;
				}
			} catch (ProblemException e) {
				if (e.problem().kind() == ProblemKind.CANCELLED) {
					throw e;
				}
				if (!e.problem().id().equals("net.unknown-host")) { // most domains have no such host: nothing to report
					failure = e;
				}
			}
		}
		if (failure != null) {
			throw failure;
		}
		return List.of();
	}

	private boolean isTrusted(Autoconfig file, String domain) {
		boolean servers = Stream.concat(file.incoming().stream(), file.outgoing().stream()).allMatch(s -> HostNames.isBelow(s.host(), domain));
		boolean issuer = file.oauth().map(o -> Issuers.isBelow(o, domain) || branding.client(o.issuer()).isPresent()).orElse(true);
		return servers && issuer;
	}
}
