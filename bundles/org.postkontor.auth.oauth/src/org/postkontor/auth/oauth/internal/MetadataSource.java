package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.problem.ProblemException;

/** Finds an issuer's endpoints: from its declaration, or from its metadata document. */
final class MetadataSource {
	private final HttpService http;

	MetadataSource(HttpService http) {
		this.http = http;
	}

	/** @throws ProblemException {@code auth.metadata}, or what the network says */
	IssuerMetadata read(ProviderDescription description, ClientSettings client, @Nullable IProgressMonitor monitor) throws ProblemException {
		IssuerMetadata metadata = find(description, client, monitor);
		return "false".equals(description.settings().get("device")) ? metadata.withoutDevice() : metadata;
	}

	private IssuerMetadata find(ProviderDescription description, ClientSettings client, @Nullable IProgressMonitor monitor) throws ProblemException {
		Map<String, String> declared = description.settings();
		if (declared.containsKey("issuer") && "false".equals(declared.get("discovery"))) {
			return declared(declared, client.issuer());
		}
		Optional<ProblemException> first = Optional.empty();
		for (URI document : WellKnown.documents(client.issuer())) {
			try {
				return discover(document, client, monitor);
			} catch (NoDocumentException e) {
				first = first.or(() -> Optional.of(e.problem));
			}
		}
		throw first.orElseThrow();
	}

	/** There is nothing at one of the places; another one may have it. */
	private static final class NoDocumentException extends Exception {
		private static final long serialVersionUID = 1L;
		private final transient ProblemException problem;

		NoDocumentException(ProblemException problem) {
			this.problem = problem;
		}
	}

	/** The document must name exactly the issuer that was asked (OpenID Connect Discovery 1.0, 4.3): else it is a mix-up. */
	private IssuerMetadata discover(URI document, ClientSettings client, @Nullable IProgressMonitor monitor)
			throws ProblemException, NoDocumentException {
		String issuer = client.issuer();
		HttpCall get = HttpCall.get(document, client.trust());
		HttpReply reply = http.send(new HttpCall(get.method(), get.uri(), Map.of("Accept", "application/json"), get.body(), get.timeout(),
				get.maxBytes(), HttpCall.Redirects.NONE, get.trust()), monitor);
		if (reply.status() != 200) {
			ProblemException problem = new ProblemException(OAuthProblems.metadata(issuer, "HTTP " + reply.status()));
			if (reply.status() >= 500 || reply.status() == 429) {
				throw problem;
			}
			throw new NoDocumentException(problem);
		}
		try {
			IssuerMetadata metadata = IssuerMetadata.parse(reply.text());
			if (!metadata.issuer().equals(issuer)) {
				throw new ProblemException(OAuthProblems.otherIssuer(issuer, metadata.issuer()));
			}
			return metadata;
		} catch (IssuerMetadata.NoDocumentException e) {
			throw new NoDocumentException(new ProblemException(OAuthProblems.metadata(issuer, String.valueOf(e.getMessage()))));
		} catch (IllegalArgumentException e) {
			throw new ProblemException(OAuthProblems.endpoints(issuer, String.valueOf(e.getMessage())));
		}
	}

	private static IssuerMetadata declared(Map<String, String> declared, String issuer) throws ProblemException {
		Optional<URI> authorize = Endpoints.browser(declared.get("authorizeUri"));
		Optional<URI> token = Endpoints.https(declared.get("tokenUri"));
		if (authorize.isEmpty() || token.isEmpty()) {
			throw new ProblemException(OAuthProblems.endpoints(issuer, "the declaration lacks endpoints"));
		}
		return new IssuerMetadata(issuer, authorize.get(), token.get(), Endpoints.https(declared.get("deviceUri")), Endpoints.https(declared.get("revokeUri")),
				Optional.empty(), false, Set.of(), Set.of(), Set.of());
	}
}
