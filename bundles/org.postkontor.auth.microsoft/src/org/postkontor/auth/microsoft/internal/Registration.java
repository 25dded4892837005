package org.postkontor.auth.microsoft.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.auth.Resource;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;

/** Which application signs in where: from the account, else from the office's branding. */
record Registration(Cloud cloud, String tenant, String clientId) {
	private static final String ANY = "common";

	static Registration of(AuthBinding binding, List<Resource> resources, Branding branding) throws ProblemException {
		Map<String, String> settings = binding.settings();
		Cloud cloud = Clouds.of(settings, resources);
		Optional<Branding.Client> office = branding.clients().stream().filter(client -> isOf(cloud, client.issuer())).findFirst();
		String clientId = given(settings.get("clientId")).or(() -> office.map(Branding.Client::clientId)).orElse("");
		if (clientId.isEmpty()) {
			throw new ProblemException(SignInProblems.clientUnknown(cloud.issuer()));
		}
		String tenant = given(settings.get("tenant")).or(() -> office.map(client -> tenant(cloud, client.issuer()))).orElse(ANY);
		if (!tenant.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}")) {
			throw new ProblemException(MicrosoftProblems.tenantInvalid(tenant));
		}
		return new Registration(cloud, tenant, clientId);
	}

	/** Ends with a slash. */
	String authority() {
		return cloud.issuer() + "/" + tenant + "/";
	}

	/** Whether the tenant is one organisation, not a word for many. */
	boolean isOrganisation() {
		return !List.of(ANY, "organizations", "consumers").contains(tenant);
	}

	private static boolean isOf(Cloud cloud, String issuer) {
		return issuer.equals(cloud.issuer()) || issuer.startsWith(cloud.issuer() + "/");
	}

	/** Issuers are written as in the metadata, for example {@code https://login.microsoftonline.com/kanzlei.example/v2.0}. */
	private static String tenant(Cloud cloud, String issuer) {
		String path = issuer.substring(cloud.issuer().length()).replaceFirst("/v2\\.0/?$", "").replaceAll("^/|/$", "");
		return path.isEmpty() ? ANY : path;
	}

	private static Optional<String> given(@org.eclipse.jdt.annotation.Nullable String text) {
		return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
	}
}
