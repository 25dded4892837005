package org.postkontor.message.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.postkontor.message.AddressedContent;
import org.postkontor.message.OutgoingMessage;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Makes the address lines of a header name exactly the recipients (RFC 5322, 3.6.3), as far as it has to change them. */
public final class AddressLines {
	private static final String END = "\r\n";
	/** One byte, one character. */
	private static final Charset RAW = StandardCharsets.ISO_8859_1;
	private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

	private final Charset charset;
	private final Set<String> wanted;
	private final Set<String> named = new HashSet<>();
	private final Set<String> rebuilt = new LinkedHashSet<>();

	/** @param charset of the address lines; {@link #RAW} keeps the bytes of unencoded names in mails that are not international */
	private AddressLines(Charset charset, List<String> recipients) {
		this.charset = charset;
		wanted = recipients.stream().map(AddressLines::folded).collect(Collectors.toSet());
	}

	/** See {@link AddressedContent#of}. */
	public static AddressedContent rebuild(OutgoingMessage message, List<String> recipients) throws IOException {
		RawHeader header = RawHeader.read(message.content());
		AddressLines lines = new AddressLines(message.envelope().needsSmtpUtf8() ? StandardCharsets.UTF_8 : RAW, recipients);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (String field : header.fields()) {
			out.writeBytes(lines.field(field).getBytes(RAW));
		}
		out.writeBytes(header.end());
		List<String> blind = recipients.stream().filter(recipient -> !lines.named.contains(folded(recipient))).toList();
		return new AddressedContent(out.toByteArray(), header.length(), blind, List.copyOf(lines.rebuilt), message);
	}

	/** See {@link AddressedContent#withBcc}. */
	public static AddressedContent withBcc(AddressedContent content) throws IOException {
		byte[] line = ("Bcc: " + String.join("," + END + "\t", content.blind()) + END).getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(line); // in front: the last line of a header need not have an end
		out.writeBytes(content.header());
		List<String> rebuilt = new ArrayList<>(content.rebuilt());
		rebuilt.add("Bcc");
		return new AddressedContent(out.toByteArray(), content.offset(), content.blind(), rebuilt.stream().distinct().toList(), content.message());
	}

	private String field(String field) {
		int colon = field.indexOf(':');
		String name = colon < 0 ? "" : field.substring(0, colon).strip();
		return switch (name.toLowerCase(Locale.ROOT)) {
		case "to", "cc" -> addresses(field, name, read(field.substring(colon + 1)));
		case "bcc" -> {
			rebuilt.add("Bcc");
			yield "";
		}
		default -> field;
		};
	}

	private String addresses(String field, String name, String value) {
		Optional<List<InternetAddress>> parsed = parsed(value);
		List<InternetAddress> all = parsed.orElse(List.of());
		List<InternetAddress> kept = all.stream().filter(address -> wanted.contains(folded(address.getAddress()))).toList();
		kept.forEach(address -> named.add(folded(address.getAddress())));
		if (parsed.isPresent() && kept.size() == all.size() && saysNoMore(value, all.size())) {
			return field;
		}
		rebuilt.add(name);
		String line = name + ": " + kept.stream().map(InternetAddress::toString).collect(Collectors.joining("," + END + "\t")) + END;
		return kept.isEmpty() ? "" : new String(line.getBytes(charset), RAW);
	}

	private String read(String raw) {
		return new String(raw.getBytes(RAW), charset);
	}

	/** Another reader could see more addresses than ours, for example in a comment: then only ours go out. */
	private static boolean saysNoMore(String value, int addresses) {
		return QUOTED.matcher(value).replaceAll("").chars().filter(c -> c == '@').count() == addresses;
	}

	/** Members of groups one by one; empty if nobody can know what a server would read there. */
	private static Optional<List<InternetAddress>> parsed(String value) {
		List<InternetAddress> all = new ArrayList<>();
		try {
			for (InternetAddress address : InternetAddress.parseHeader(value.replace(END, ""), false)) {
				if (!address.isGroup()) {
					all.add(address);
				} else {
					InternetAddress[] members = address.getGroup(false);
					all.addAll(members == null ? List.of() : List.of(members));
				}
			}
			return all.stream().allMatch(address -> address.getAddress() != null) ? Optional.of(all) : Optional.empty();
		} catch (AddressException e) {
			return Optional.empty();
		}
	}

	/** Local parts may differ by case, but no server that we know makes a difference; domains are compared as A-labels. */
	private static String folded(String address) {
		int at = address.lastIndexOf('@');
		String domain = address.substring(at + 1);
		try {
			domain = java.net.IDN.toASCII(domain);
		} catch (IllegalArgumentException e) {
			return Normalizer.normalize(address, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
		}
		return Normalizer.normalize(address.substring(0, at + 1) + domain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
	}

	/** The fields with their folding and line ends, and the empty line. */
	private record RawHeader(List<String> fields, byte[] end, long length) {
		private static final int CAP = 1 << 20;

		static RawHeader read(org.postkontor.message.FrozenContent content) throws IOException {
			try (InputStream in = new java.io.BufferedInputStream(content.open())) {
				List<String> fields = new ArrayList<>();
				long length = 0;
				for (byte[] line = line(in); line.length > 0; line = line(in)) {
					length += line.length;
					if (length > CAP) {
						throw new IOException("header of more than " + CAP + " bytes");
					}
					String text = new String(line, RAW);
					if (text.equals(END)) {
						return new RawHeader(fields, line, length);
					}
					boolean folded = (text.startsWith(" ") || text.startsWith("\t")) && !fields.isEmpty();
					fields.add(folded ? fields.removeLast() + text : text);
				}
				return new RawHeader(fields, new byte[0], length);
			}
		}

		private static byte[] line(InputStream in) throws IOException {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			for (int b = in.read(); b >= 0; b = in.read()) {
				line.write(b);
				if (b == '\n' || line.size() > CAP) {
					break;
				}
			}
			return line.toByteArray();
		}
	}
}
