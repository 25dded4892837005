package org.postkontor.message.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

/** Text and attachments of a mail that is a text, or a text followed by files. Asks no content handler: those depend on VM-wide state. */
record DraftBody(String text, List<Path> attachments) {
	private static final int TEXT_CAP = 8 << 20;

	static DraftBody read(Part mail, Path folder, @Nullable IProgressMonitor monitor) throws MessagingException, IOException, ProblemException {
		ContentType type = new ContentType(mail.getContentType());
		if (!type.match("multipart/mixed")) {
			return new DraftBody(text(mail), List.of());
		}
		MimeMultipart parts = new MimeMultipart(mail.getDataHandler().getDataSource());
		if (parts.getCount() == 0) {
			throw MessageProblems.notEditable();
		}
		String text = text(parts.getBodyPart(0));
		List<Path> attachments = new ArrayList<>();
		for (int i = 1; i < parts.getCount(); i++) {
			attachments.add(attachment(parts.getBodyPart(i), folder.resolve(String.valueOf(i)), monitor));
		}
		return new DraftBody(text, attachments);
	}

	private static String text(Part part) throws MessagingException, IOException, ProblemException {
		ContentType type = new ContentType(part.getContentType());
		if (!type.match("text/plain") || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			throw MessageProblems.notEditable();
		}
		try (InputStream in = part.getInputStream()) {
			byte[] bytes = in.readNBytes(TEXT_CAP + 1);
			if (bytes.length > TEXT_CAP) {
				throw MessageProblems.notEditable();
			}
			String lines = new String(bytes, charset(type)).replace("\r\n", "\n");
			// Freezing ends the last line; a blank line at the end is the author's.
			return lines.endsWith("\n") && !lines.endsWith("\n\n") ? lines.substring(0, lines.length() - 1) : lines;
		}
	}

	private static Charset charset(ContentType type) throws ProblemException {
		try {
			String name = type.getParameter("charset");
			return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
		} catch (IllegalArgumentException unknown) {
			throw MessageProblems.notEditable();
		}
	}

	/** Each in a folder of its own, so that files of the same name keep it. */
	private static Path attachment(BodyPart part, Path folder, @Nullable IProgressMonitor monitor)
			throws MessagingException, IOException, ProblemException {
		ContentType type = new ContentType(part.getContentType());
		if (type.match("multipart/*") || part.getHeader("Content-ID") != null) {
			throw MessageProblems.notEditable();
		}
		try {
			Files.createDirectory(folder);
		} catch (IOException e) {
			throw MessageProblems.storage(folder, e);
		}
		Path file = folder.resolve(new FileName(part.getFileName()).safe());
		try (InputStream in = part.getInputStream()) {
			new PrivateCopy(file).write(in, monitor);
		}
		return file;
	}
}
