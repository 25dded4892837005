package org.postkontor.message.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.postkontor.message.Draft;
import org.postkontor.message.DraftReader;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;

/** Copies the bytes into a file, reads the file in place, and deletes it: only the parts that are asked for get into memory. */
@Component
public final class FrozenDraftReader implements DraftReader {
	private static final Logger LOG = LoggerFactory.getLogger(FrozenDraftReader.class);

	@Override
	public Draft read(OutgoingMessage message, Path folder, @Nullable IProgressMonitor monitor) throws ProblemException {
		Path copy = folder.resolve("mail.eml");
		try {
			try (InputStream in = message.content().open()) {
				new PrivateCopy(copy).write(in, monitor);
			}
			try (SharedFileInputStream bytes = new SharedFileInputStream(copy.toFile())) {
				return draft(new MimeMessage(null, bytes), message, folder, monitor);
			}
		} catch (MessagingException | RuntimeException e) {
			throw MessageProblems.unreadable(new IOException(e));
		} catch (IOException e) {
			throw MessageProblems.unreadable(e);
		} finally {
			delete(copy);
		}
	}

	private static Draft draft(MimeMessage mail, OutgoingMessage message, Path folder, @Nullable IProgressMonitor monitor)
			throws MessagingException, IOException, ProblemException {
		DraftFields.check(mail);
		DraftBody body = DraftBody.read(mail, folder, monitor);
		List<InternetAddress> to = addresses(mail, RecipientType.TO, message);
		List<InternetAddress> cc = addresses(mail, RecipientType.CC, message);
		String subject = mail.getSubject();
		return new Draft(one(mail, message), shown(to), shown(cc), hidden(message, to, cc), subject == null ? "" : subject, body.text(), body.attachments());
	}

	private static String one(MimeMessage mail, OutgoingMessage message) throws MessagingException, ProblemException {
		InternetAddress[] from = InternetAddress.parseHeader(read(String.valueOf(mail.getHeader("From", ",")), message), false);
		if (from.length != 1) {
			throw MessageProblems.notEditable();
		}
		return from[0].toUnicodeString();
	}

	/** A group without members stands for recipients that are not named. */
	private static List<InternetAddress> addresses(MimeMessage mail, RecipientType type, OutgoingMessage message) throws MessagingException {
		String field = mail.getHeader(type.toString(), ",");
		return field == null ? List.of() : List.of(InternetAddress.parseHeader(read(field, message), false)).stream().filter(a -> !a.isGroup()).toList();
	}

	/** The library gives one character for each byte; a mail with an international address has UTF-8 there (RFC 6532). */
	private static String read(String field, OutgoingMessage message) {
		return message.envelope().needsSmtpUtf8() ? new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : field;
	}

	private static List<String> shown(List<InternetAddress> addresses) {
		return addresses.stream().map(InternetAddress::toUnicodeString).toList();
	}

	private static List<String> hidden(OutgoingMessage message, List<InternetAddress> to, List<InternetAddress> cc) {
		Set<String> named = new HashSet<>();
		to.forEach(a -> named.add(a.getAddress()));
		cc.forEach(a -> named.add(a.getAddress()));
		List<String> rest = new ArrayList<>(message.envelope().recipients());
		rest.removeIf(named::contains);
		return rest;
	}

	/** A copy that cannot be deleted lies in a private folder that its owner deletes. */
	private static void delete(Path copy) {
		try {
			Files.deleteIfExists(copy);
		} catch (IOException e) {
			LOG.warn("a copy is left behind", e);
		}
	}
}
