package org.postkontor.testkit.idp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The scopes that exist in the Microsoft dialect, and their resources. */
final class MicrosoftScopes {

	static final String OUTLOOK = "https://outlook.office.com/";
	static final String GRAPH = "https://graph.microsoft.com/";
	static final Set<String> READING = Set.of(OUTLOOK + "IMAP.AccessAsUser.All", OUTLOOK + "POP.AccessAsUser.All",
			OUTLOOK + "EWS.AccessAsUser.All", GRAPH + "Mail.Read", GRAPH + "Mail.ReadWrite");
	private static final List<String> IDENTITY = List.of("openid", "profile", "email", "offline_access");
	private static final Set<String> OTHERS = Set.of(OUTLOOK + "SMTP.Send", GRAPH + "Mail.Send", GRAPH + "Mail.Send.Shared",
			GRAPH + "User.Read");

	private MicrosoftScopes() {
	}

	/** @throws MicrosoftError if one of them does not exist */
	static Set<String> known(String text) throws MicrosoftError {
		Set<String> scopes = new LinkedHashSet<>(List.of(text.trim().split(" +")));
		for (String scope : scopes) {
			if (!IDENTITY.contains(scope) && !READING.contains(scope) && !OTHERS.contains(scope)) {
				throw new MicrosoftError("invalid_scope", 70011, "The provided value for the input parameter 'scope' is not valid: " + scope);
			}
		}
		return scopes;
	}

	/** Those that need consent. */
	static Set<String> rights(Set<String> scopes) {
		return scopes.stream().filter(scope -> !IDENTITY.contains(scope)).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** The one resource that they belong to; Graph if there are none. @throws MicrosoftError for more than one */
	static String resource(Set<String> scopes) throws MicrosoftError {
		Set<String> resources = rights(scopes).stream().map(MicrosoftScopes::resource).collect(Collectors.toSet());
		if (resources.size() > 1) {
			throw new MicrosoftError("invalid_scope", 70011, "The scope contains more than one resource");
		}
		return resources.stream().findFirst().orElse(GRAPH);
	}

	static String resource(String scope) {
		return scope.substring(0, scope.indexOf('/', "https://".length()) + 1);
	}
}
