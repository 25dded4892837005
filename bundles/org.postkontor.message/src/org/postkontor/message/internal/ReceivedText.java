package org.postkontor.message.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * Finds the text to show: the first plain part, else the text of the first HTML part. Looks at the first megabytes only and
 * asks no content handler, since those depend on VM-wide state.
 */
final class ReceivedText {
	private static final Logger LOG = LoggerFactory.getLogger(ReceivedText.class);
	private static final int MESSAGE_CAP = 8 << 20;
	private static final int PART_CAP = 1 << 20;
	private static final int DEPTH = 8;
	private static final int PARTS = 50;
	/** Characters for private use, in place of breaks while white space is collapsed. */
	private static final String BREAK = "\uE000";
	private static final String BLOCK = "\uE001";

	private final byte[] beginning;
	private int parts;
	private @Nullable String html;

	ReceivedText(InputStream message) throws IOException {
		beginning = message.readNBytes(MESSAGE_CAP);
	}

	String find() {
		try {
			String plain = plain(new MimeMessage(null, new ByteArrayInputStream(beginning)), 0);
			String markup = html;
			return plain != null ? printable(plain) : markup != null ? printable(text(markup)) : "";
		} catch (MessagingException | IOException | RuntimeException e) {
			LOG.debug("mail cannot be read as text", e);
			return "";
		}
	}

	private @Nullable String plain(Part part, int depth) throws MessagingException, IOException {
		if (depth > DEPTH || ++parts > PARTS || Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
			return null;
		}
		String type = type(part);
		if (type.startsWith("multipart/")) {
			MimeMultipart multipart = new MimeMultipart(part.getDataHandler().getDataSource());
			for (int i = 0; i < multipart.getCount(); i++) {
				BodyPart child = multipart.getBodyPart(i);
				@Nullable
				String found = plain(child, depth + 1);
				if (found != null) {
					return found;
				}
			}
		} else if (type.equals("text/html") && html == null) {
			html = content(part);
		} else if (type.startsWith("text/") && !type.equals("text/html")) {
			return content(part);
		}
		return null;
	}

	private static @Nullable String disposition(Part part) {
		try {
			return part.getDisposition();
		} catch (MessagingException odd) {
			return null;
		}
	}

	private static String type(Part part) throws MessagingException {
		try {
			return new ContentType(part.getContentType()).getBaseType().toLowerCase(java.util.Locale.ROOT);
		} catch (MessagingException odd) {
			return "text/plain";
		}
	}

	private static String content(Part part) throws MessagingException, IOException {
		try (InputStream in = part.getInputStream()) {
			return new String(in.readNBytes(PART_CAP), charset(part));
		}
	}

	private static Charset charset(Part part) throws MessagingException {
		try {
			String name = new ContentType(part.getContentType()).getParameter("charset");
			return name == null ? StandardCharsets.UTF_8 : Charset.forName(jakarta.mail.internet.MimeUtility.javaCharset(name));
		} catch (MessagingException | IllegalArgumentException odd) {
			return StandardCharsets.UTF_8;
		}
	}

	/** Text only: nothing is loaded, scripts and styles are no text. White space of the source means nothing, breaks and blocks do. */
	private static String text(String markup) {
		Document document = Jsoup.parse(markup);
		document.select("script,style,head,template").remove();
		document.select("br").before(BREAK);
		document.select("p,div,tr,li,h1,h2,h3,h4,h5,h6,blockquote,pre,table,ul,ol").before(BLOCK).after(BLOCK);
		return document.text().replaceAll(" ?" + BLOCK + "[" + BLOCK + " ]*", "\n").replaceAll(" ?" + BREAK + " ?", "\n").replaceAll("\n{3,}", "\n\n")
				.strip();
	}

	private static String printable(String text) {
		StringBuilder out = new StringBuilder();
		text.replace("\r\n", "\n").codePoints().filter(c -> c == '\n' || c == '\t' || HeaderText.isVisible(c)).forEach(out::appendCodePoint);
		return out.toString();
	}
}
