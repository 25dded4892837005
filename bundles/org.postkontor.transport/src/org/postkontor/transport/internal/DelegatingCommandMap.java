package org.postkontor.transport.internal;

import java.util.Locale;
import java.util.function.Supplier;

import jakarta.activation.CommandInfo;
import jakarta.activation.CommandMap;
import jakarta.activation.DataContentHandler;

import org.eclipse.angus.mail.handlers.message_rfc822;
import org.eclipse.angus.mail.handlers.multipart_mixed;
import org.eclipse.angus.mail.handlers.text_html;
import org.eclipse.angus.mail.handlers.text_plain;
import org.eclipse.angus.mail.handlers.text_xml;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Finds the handlers of mail types itself, and leaves all other types to whoever was asked before. The library looks for
 * handlers by the thread's context class loader, which in OSGi sees none of them: multiparts could not be written.
 */
@NonNullByDefault({})
final class DelegatingCommandMap extends CommandMap {
	private final Supplier<CommandMap> foreign;

	/** @param foreign asked at each call for types that are not ours */
	DelegatingCommandMap(Supplier<CommandMap> foreign) {
		this.foreign = foreign;
	}

	@Override
	public DataContentHandler createDataContentHandler(String mimeType) {
		String type = mimeType == null ? "" : mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		return switch (type) {
		case "text/plain" -> new text_plain();
		case "text/html" -> new text_html();
		case "text/xml" -> new text_xml();
		case "message/rfc822" -> new message_rfc822();
		default -> type.startsWith("multipart/") ? new multipart_mixed() : foreign.get().createDataContentHandler(mimeType);
		};
	}

	@Override
	public CommandInfo[] getPreferredCommands(String mimeType) {
		return foreign.get().getPreferredCommands(mimeType);
	}

	@Override
	public CommandInfo[] getAllCommands(String mimeType) {
		return foreign.get().getAllCommands(mimeType);
	}

	@Override
	public CommandInfo getCommand(String mimeType, String command) {
		return foreign.get().getCommand(mimeType, command);
	}

	@Override
	public String[] getMimeTypes() {
		return foreign.get().getMimeTypes();
	}
}
