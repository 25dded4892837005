package org.postkontor.transport.exchange.tests;

import org.postkontor.testkit.peer.HttpAnswer;

/** Answers as the services give them. */
final class Answers {
	private Answers() {
	}

	static HttpAnswer graph(int status, String code) {
		return HttpAnswer.json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"Words about " + code
				+ "\",\"innerError\":{\"date\":\"2026-11-25T10:00:00\",\"request-id\":\"11111111-2222-3333-4444-555555555555\"}}}");
	}

	/** @param more elements after the code */
	static HttpAnswer ews(String operation, String code, String more) {
		String kind = code.equals("NoError") ? "Success" : "Error";
		return HttpAnswer.xml("<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
				+ "<m:" + operation + "Response xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\""
				+ " xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"><m:ResponseMessages>" + "<m:" + operation
				+ "ResponseMessage ResponseClass=\"" + kind + "\">" + (kind.equals("Error") ? "<m:MessageText>Words about " + code + "</m:MessageText>" : "")
				+ "<m:ResponseCode>" + code + "</m:ResponseCode>" + more + "</m:" + operation + "ResponseMessage></m:ResponseMessages></m:" + operation
				+ "Response></s:Body></s:Envelope>");
	}

	static HttpAnswer fault(String code, String more) {
		return HttpAnswer.of(500, "text/xml; charset=utf-8",
				"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultcode xmlns:a=\"x\">a:" + code
						+ "</faultcode><faultstring xml:lang=\"en-US\">Words about " + code + "</faultstring><detail>"
						+ "<e:ResponseCode xmlns:e=\"http://schemas.microsoft.com/exchange/services/2006/errors\">" + code + "</e:ResponseCode>" + more
						+ "</detail></s:Fault></s:Body></s:Envelope>");
	}

	/** As throttled requests are answered. */
	static String backOff(long milliseconds) {
		return "<t:MessageXml xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"><t:Value Name=\"BackOffMilliseconds\">" + milliseconds
				+ "</t:Value></t:MessageXml>";
	}
}
