package org.postkontor.message.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;

/**
 * Writes header and MIME structure of a draft (RFC 5322, RFC 2045-2047, RFC 2231) as a stream: only one buffer of an
 * attachment is in memory at a time.
 */
final class DraftWriter {
	private static final String CRLF = "\r\n";
	private static final int BUFFER = 1 << 16;
	/** RFC 2045, 6.8. */
	static final int LINE = 76;

	private final OutputStream out;
	private final Content content;

	/** Writes what an attachment holds, encoded. */
	interface Content {
		void write(Path file, OutputStream out) throws IOException, ProblemException;
	}

	DraftWriter(OutputStream out, @Nullable IProgressMonitor monitor) {
		this(out, (file, target) -> encode(file, target, monitor));
	}

	DraftWriter(OutputStream out, Content content) {
		this.out = out;
		this.content = content;
	}

	/** @param header complete fields, each with its line end */
	void write(String header, String text, List<Path> attachments, String boundary) throws IOException, ProblemException {
		out.write(header.getBytes(StandardCharsets.UTF_8)); // beyond ASCII in addresses only (RFC 6532)
		if (attachments.isEmpty()) {
			text(text);
			return;
		}
		ascii("Content-Type: multipart/mixed;" + CRLF + " boundary=\"" + boundary + "\"" + CRLF + CRLF + "--" + boundary + CRLF);
		text(text);
		for (Path file : attachments) {
			ascii(CRLF + "--" + boundary + CRLF);
			attachment(file);
		}
		ascii(CRLF + "--" + boundary + "--" + CRLF);
	}

	private void text(String text) throws IOException {
		ascii("Content-Type: text/plain; charset=utf-8" + CRLF + "Content-Transfer-Encoding: quoted-printable" + CRLF + CRLF);
		String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", CRLF);
		try {
			OutputStream encoder = MimeUtility.encode(new Unclosed(out), "quoted-printable");
			encoder.write((lines.endsWith(CRLF) ? lines : lines + CRLF).getBytes(StandardCharsets.UTF_8));
			encoder.flush();
		} catch (MessagingException e) {
			throw new IOException(e);
		}
	}

	private void attachment(Path file) throws IOException, ProblemException {
		String name = HeaderText.clean(String.valueOf(file.getFileName()));
		ParameterList names = new ParameterList();
		names.set("filename", name, "UTF-8");
		@Nullable
		String type = URLConnection.guessContentTypeFromName(name);
		ascii("Content-Type: " + (type == null || type.startsWith("multipart/") || type.startsWith("message/") ? "application/octet-stream" : type) + CRLF
				+ "Content-Transfer-Encoding: base64" + CRLF + "Content-Disposition: attachment" + names.toString(31) + CRLF + CRLF);
		content.write(file, out);
	}

	private static void encode(Path file, OutputStream out, @Nullable IProgressMonitor monitor) throws IOException, ProblemException {
		try (OutputStream encoder = Base64.getMimeEncoder(LINE, CRLF.getBytes(StandardCharsets.US_ASCII)).wrap(new Unclosed(out))) {
			copy(file, encoder, monitor);
		}
	}

	private static void copy(Path file, OutputStream target, @Nullable IProgressMonitor monitor) throws IOException, ProblemException {
		byte[] buffer = new byte[BUFFER];
		try (InputStream in = open(file)) {
			for (int n = read(in, buffer, file); n >= 0; n = read(in, buffer, file)) {
				Cancel.check(monitor);
				target.write(buffer, 0, n);
			}
		}
	}

	private static InputStream open(Path file) throws ProblemException {
		try {
			return Files.newInputStream(file);
		} catch (IOException e) {
			throw MessageProblems.attachment(file, e);
		}
	}

	/** Tells trouble of reading (the attachment's) from trouble of writing (ours). */
	private static int read(InputStream in, byte[] buffer, Path file) throws ProblemException {
		try {
			return in.read(buffer);
		} catch (IOException e) {
			throw MessageProblems.attachment(file, e);
		}
	}

	private void ascii(String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.US_ASCII));
	}

	/** Lets an encoder end its work without ending ours. */
	private static final class Unclosed extends FilterOutputStream {
		Unclosed(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte @Nullable [] bytes, int from, int length) throws IOException {
			out.write(bytes, from, length);
		}

		@Override
		public void close() throws IOException {
			flush();
		}
	}
}
