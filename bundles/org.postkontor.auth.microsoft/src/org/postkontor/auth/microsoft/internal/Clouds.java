package org.postkontor.auth.microsoft.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.auth.Resource;
import org.postkontor.problem.ProblemException;

/**
 * The clouds as data, and which of them an account uses. Sources: Microsoft Entra "national clouds", Graph "deployments",
 * Office 365 endpoints of the national clouds.
 */
final class Clouds {
	static final Cloud GLOBAL = new Cloud("global", "login.microsoftonline.com", "https://outlook.office.com/", "graph.microsoft.com", true);
	private static final List<Cloud> ALL = List.of(GLOBAL,
			new Cloud("us-gov", "login.microsoftonline.us", "https://outlook.office365.us/", "graph.microsoft.us", false),
			new Cloud("us-dod", "login.microsoftonline.us", "https://webmail.apps.mil/", "dod-graph.microsoft.us", false),
			new Cloud("china", "login.partner.microsoftonline.cn", "https://partner.outlook.cn/", "microsoftgraph.chinacloudapi.cn", false));
	private static final String CUSTOM = "custom";
	/** The German cloud closed in October 2021; its settings are still found in German offices. */
	private static final List<String> CLOSED = List.of("login.microsoftonline.de", "office.de", "graph.cloudapi.de");
	private static final List<String> CLOSED_IDS = List.of("germany", "de");

	private Clouds() {
	}

	/** @throws ProblemException kind CONFIGURATION: closed, unknown, or a custom one that is incomplete */
	static Cloud of(Map<String, String> settings, List<Resource> resources) throws ProblemException {
		String id = settings.getOrDefault("cloud", "").strip();
		String loginHost = settings.getOrDefault("loginHost", host(settings.getOrDefault("issuer", ""))).strip();
		Optional<String> closed = Stream.concat(Stream.of(loginHost), resources.stream().map(Resource::host)).filter(Clouds::isClosed).findFirst();
		if (closed.isPresent() || CLOSED_IDS.contains(id)) {
			throw new ProblemException(MicrosoftProblems.cloudClosed(closed.orElse("login.microsoftonline.de")));
		}
		Cloud known = id.isEmpty() || id.equals(CUSTOM) ? byHosts(loginHost, resources)
				: ALL.stream().filter(cloud -> cloud.id().equals(id)).findFirst()
						.orElseThrow(() -> new ProblemException(MicrosoftProblems.cloudUnknown(id)));
		return loginHost.isEmpty() || loginHost.equals(known.loginHost()) ? known : custom(loginHost, known, settings);
	}

	private static Cloud custom(String loginHost, Cloud like, Map<String, String> settings) throws ProblemException {
		Cloud cloud = new Cloud(CUSTOM, loginHost, slash(settings.getOrDefault("exchangeResource", like.exchange())),
				settings.getOrDefault("graphHost", like.graphHost()).strip(), false);
		if (!isHost(cloud.loginHost()) || !isHost(cloud.graphHost()) || !isHost(host(cloud.exchange()))) {
			throw new ProblemException(MicrosoftProblems.cloudUnknown(loginHost));
		}
		return cloud;
	}

	private static Cloud byHosts(String loginHost, List<Resource> resources) {
		return ALL.stream().filter(cloud -> resources.stream().anyMatch(resource -> serves(cloud, resource.host()))).findFirst()
				.or(() -> ALL.stream().filter(cloud -> cloud.loginHost().equals(loginHost)).findFirst()).orElse(GLOBAL);
	}

	private static boolean serves(Cloud cloud, String host) {
		String exchange = host(cloud.exchange());
		return host.equals(cloud.graphHost()) || isBelow(host, exchange) || cloud.id().equals("us-gov") && isBelow(host, "office365.us");
	}

	private static boolean isClosed(String host) {
		return CLOSED.stream().anyMatch(closed -> isBelow(host, closed));
	}

	private static boolean isBelow(String host, String domain) {
		return host.equals(domain) || host.endsWith("." + domain);
	}

	private static boolean isHost(String name) {
		return name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
	}

	private static String slash(String resource) {
		return resource.strip().endsWith("/") ? resource.strip() : resource.strip() + "/";
	}

	private static String host(String address) {
		try {
			URI uri = URI.create(address.strip());
			return "https".equals(uri.getScheme()) && uri.getHost() != null ? uri.getHost() : "";
		} catch (IllegalArgumentException e) {
			return "";
		}
	}
}
