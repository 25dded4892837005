package org.postkontor.transport.exchange.internal.ews;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.postkontor.transport.exchange.internal.RequestFrame;

/** The two requests as text. @param shared address of a shared mailbox; empty for the user's own */
record SoapRequests(String shared) {
	private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
			+ "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
			+ " xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\""
			+ " xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\">"
			+ "<s:Header><t:RequestServerVersion Version=\"Exchange2013_SP1\"/></s:Header><s:Body>";
	private static final String END = "</s:Body></s:Envelope>";

	/** Asks for the id of the folder of sent mails. */
	byte[] sentFolder() {
		return (HEAD + "<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds>" + folder()
				+ "</m:FolderIds></m:GetFolder>" + END).getBytes(StandardCharsets.UTF_8);
	}

	/** What stands around a mail that is to be sent and filed; elements in the order of the schema. */
	RequestFrame mail(List<String> blind) {
		String bcc = blind.isEmpty() ? "" : "<t:BccRecipients>" + blind.stream().map(SoapRequests::mailbox).collect(Collectors.joining())
				+ "</t:BccRecipients>";
		return RequestFrame.of(HEAD + "<m:CreateItem MessageDisposition=\"SendAndSaveCopy\"><m:SavedItemFolderId>" + folder()
				+ "</m:SavedItemFolderId><m:Items><t:Message><t:MimeContent CharacterSet=\"UTF-8\">",
				"</t:MimeContent>" + bcc + "</t:Message></m:Items></m:CreateItem>" + END);
	}

	private String folder() {
		return "<t:DistinguishedFolderId Id=\"sentitems\">" + (shared.isEmpty() ? "" : mailbox(shared)) + "</t:DistinguishedFolderId>";
	}

	private static String mailbox(String address) {
		return "<t:Mailbox><t:EmailAddress>" + escaped(address) + "</t:EmailAddress></t:Mailbox>";
	}

	private static String escaped(String text) {
		return text.replaceAll("\\p{Cntrl}", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
