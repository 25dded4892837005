package org.postkontor.transport.exchange.internal.ews;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What matters of a SOAP answer. No document type and no entities are read; what is no XML, or only in part, says nothing.
 *
 * @param codes   response codes; the code of the fault itself if it has no other
 * @param backOff from {@code ErrorServerBusy}
 */
record SoapAnswer(List<String> codes, String text, Optional<Duration> backOff) {
	private static final SoapAnswer NOTHING = new SoapAnswer(List.of(), "", Optional.empty());
	private static final int MOST_CODES = 10;

	SoapAnswer {
		codes = List.copyOf(codes);
	}

	static SoapAnswer read(byte[] body) {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		try {
			return read(factory.createXMLStreamReader(new ByteArrayInputStream(body)));
		} catch (XMLStreamException e) {
			return NOTHING;
		}
	}

	private static SoapAnswer read(XMLStreamReader reader) throws XMLStreamException {
		List<String> codes = new ArrayList<>();
		StringBuilder words = new StringBuilder();
		String fault = "";
		Optional<Duration> backOff = Optional.empty();
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
				return NOTHING;
			}
			if (event != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			switch (reader.getLocalName()) {
			case "ResponseCode" -> add(codes, reader.getElementText().strip());
			case "faultcode" -> fault = reader.getElementText().strip();
			case "MessageText", "faultstring" -> words.append(words.isEmpty() ? "" : " ").append(reader.getElementText().strip());
			case "Value" -> {
				boolean wanted = "BackOffMilliseconds".equals(reader.getAttributeValue(null, "Name"));
				String value = reader.getElementText().strip();
				backOff = wanted && value.matches("[1-9]\\d{0,9}") ? Optional.of(Duration.ofMillis(Long.parseLong(value))) : backOff;
			}
			default -> {
				// the rest repeats these or concerns what was not asked for
			}
			}
		}
		if (codes.isEmpty() && !fault.isEmpty()) {
			codes.add(fault.substring(fault.indexOf(':') + 1));
		}
		return new SoapAnswer(codes, words.toString(), backOff);
	}

	private static void add(List<String> codes, String code) {
		if (codes.size() < MOST_CODES && code.matches("[A-Za-z0-9_]{1,80}")) {
			codes.add(code);
		}
	}
}
