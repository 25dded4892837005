package org.postkontor.discovery.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.discovery.internal.Autoconfig.OAuth;
import org.postkontor.discovery.internal.Autoconfig.Server;
import org.postkontor.discovery.internal.SafeXml.RefusedXmlException;

/**
 * Reads autoconfig files (draft-ietf-mailmaint-autoconfig and the version 1.1 of Thunderbird): unknown elements, types and
 * versions are passed over, servers without TLS are dropped.
 */
final class AutoconfigParser {
	private static final int MOST_SERVERS = 10;
	private static final int MOST_NOTES = 10;
	private static final int LONGEST_NOTE = 1000;

	private final Placeholders placeholders;

	AutoconfigParser(MailAddress address) {
		this.placeholders = new Placeholders(address);
	}

	Autoconfig parse(byte[] document) throws RefusedXmlException {
		XmlElement root = new SafeXml().read(document);
		if (!root.name().equals("clientConfig")) {
			throw new RefusedXmlException("no clientConfig", false, null);
		}
		XmlElement provider = root.child("emailProvider").orElseThrow(() -> new RefusedXmlException("no emailProvider", false, null));
		String label = provider.text("displayName").isEmpty() ? provider.attribute("id") : provider.text("displayName");
		return new Autoconfig(placeholders.fill(Texts.clean(label, 100)), servers(provider.children("incomingServer")),
				servers(provider.children("outgoingServer")), oauth(root, provider), notes(provider));
	}

	private List<Server> servers(List<XmlElement> elements) {
		return elements.stream().flatMap(e -> server(e).stream()).limit(MOST_SERVERS).toList();
	}

	private Optional<Server> server(XmlElement element) {
		Optional<Protocol> protocol = protocol(element.attribute("type"));
		Optional<TlsMode> tls = tls(element.text("socketType"));
		Optional<String> host = HostNames.valid(placeholders.fill(element.text("hostname")));
		Optional<Integer> port = port(element.text("port"));
		if (protocol.isEmpty() || tls.isEmpty() || host.isEmpty() || port.isEmpty()) {
			return Optional.empty();
		}
		String userName = placeholders.fill(Texts.clean(element.text("username"), 250));
		List<String> authentications = element.children("authentication").stream().map(a -> a.text().toLowerCase(Locale.ROOT)).toList();
		return Optional.of(new Server(protocol.get(), host.get(), port.get(), tls.get(), userName.isEmpty() ? placeholders.address() : userName,
				authentications));
	}

	private static Optional<Protocol> protocol(String type) {
		return switch (type.toLowerCase(Locale.ROOT)) {
		case "imap" -> Optional.of(Protocol.IMAP);
		case "pop3" -> Optional.of(Protocol.POP3);
		case "smtp" -> Optional.of(Protocol.SMTP);
		default -> Optional.empty();
		};
	}

	/** Plain is dropped: there is no such account here (RFC 8314). */
	private static Optional<TlsMode> tls(String socketType) {
		return switch (socketType.toUpperCase(Locale.ROOT)) {
		case "SSL" -> Optional.of(TlsMode.IMPLICIT);
		case "STARTTLS" -> Optional.of(TlsMode.STARTTLS);
		default -> Optional.empty();
		};
	}

	private static Optional<Integer> port(String text) {
		if (!text.matches("\\d{1,5}")) {
			return Optional.empty();
		}
		return Optional.of(Integer.valueOf(text)).filter(p -> p > 0 && p <= 65535);
	}

	/** A sibling of emailProvider by the draft, inside of it in some files. */
	private static Optional<OAuth> oauth(XmlElement root, XmlElement provider) {
		return root.child("oAuth2").or(() -> provider.child("oAuth2"))
				.map(o -> new OAuth(o.text("issuer"), o.text("authURL"), o.text("tokenURL"), Texts.clean(o.text("scope"), 1000)))
				.filter(o -> Issuers.isUsable(o));
	}

	private static List<String> notes(XmlElement provider) {
		List<String> notes = new ArrayList<>();
		for (XmlElement enable : provider.children("enable")) {
			for (XmlElement instruction : enable.children("instruction")) {
				notes.add(Texts.clean(instruction.text(), LONGEST_NOTE) + (enable.attribute("visiturl").startsWith("https://")
						? " (" + Texts.clean(enable.attribute("visiturl"), LONGEST_NOTE) + ")" : ""));
			}
		}
		return notes.stream().limit(MOST_NOTES).toList();
	}
}
