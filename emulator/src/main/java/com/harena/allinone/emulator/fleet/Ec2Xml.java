package com.harena.allinone.emulator.fleet;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element of an answer of EC2: read, changed and written. */
public final class Ec2Xml {
  static final String REQUEST = "00000000-0000-4000-8000-000000000000";
  private static final String SPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";
  private static final String ITEM = "item";

  private final Element element;

  private Ec2Xml(Element element) {
    this.element = element;
  }

  /** An answer without content. */
  public static Ec2Xml of(String name) {
    Document document = builder().newDocument();
    Element root = document.createElement(name);
    if (!name.equals("Response")) {
      root.setAttribute("xmlns", SPACE);
    }
    document.appendChild(root);
    return new Ec2Xml(root);
  }

  /** Reads an answer. */
  public static Ec2Xml parse(String text) {
    try {
      return new Ec2Xml(
          builder().parse(new InputSource(new StringReader(text))).getDocumentElement());
    } catch (SAXException | java.io.IOException e) {
      throw new IllegalStateException("EC2's answer is no XML: " + e.getMessage(), e);
    }
  }

  /** The element below, by names with slashes between them. */
  public Optional<Ec2Xml> find(String path) {
    Element at = element;
    for (String name : path.split("/", -1)) {
      Optional<Element> next = children(at).stream().filter(e -> is(e, name)).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(new Ec2Xml(at));
  }

  /** The text of the element below; empty also when it has none. */
  public Optional<String> text(String path) {
    return find(path).map(found -> found.element.getTextContent()).filter(s -> !s.isEmpty());
  }

  /** The items of the set below. */
  public List<Ec2Xml> items(String path) {
    List<Ec2Xml> items = new ArrayList<>();
    find(path)
        .ifPresent(
            set ->
                children(set.element).stream()
                    .filter(child -> is(child, ITEM))
                    .forEach(child -> items.add(new Ec2Xml(child))));
    return items;
  }

  /** Every child, by name. */
  public List<Ec2Xml> all() {
    return children(element).stream().map(Ec2Xml::new).toList();
  }

  /** Its own name. */
  public String name() {
    return element.getTagName();
  }

  /** Its own text. */
  public String value() {
    return element.getTextContent();
  }

  /** Adds an element. */
  public Ec2Xml add(String name) {
    Element child = element.getOwnerDocument().createElement(name);
    element.appendChild(child);
    return new Ec2Xml(child);
  }

  /** Adds an item. */
  public Ec2Xml item() {
    return add(ITEM);
  }

  /** Takes an element of another answer in. */
  public Ec2Xml take(Ec2Xml other) {
    element.appendChild(element.getOwnerDocument().adoptNode(other.element));
    return other;
  }

  /** Puts one element of this name in the place of those that there are. */
  public Ec2Xml fresh(String name) {
    children(element).stream().filter(child -> is(child, name)).forEach(element::removeChild);
    return add(name);
  }

  /** Sets the text of the element below. */
  public Ec2Xml put(String name, String text) {
    fresh(name).element.setTextContent(text);
    return this;
  }

  /** Takes this element out of its parent. */
  public void remove() {
    element.getParentNode().removeChild(element);
  }

  /** The whole document. */
  public String text() {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(element.getOwnerDocument()), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("EC2's answer cannot be written", e);
    }
  }

  private static boolean is(Element element, String name) {
    return element.getTagName().equals(name);
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Java's XML parser cannot be had", e);
    }
  }
}
