import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.KeyStore;
import java.security.Security;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Speaks all that Java still can and forbids by default: SSL 3.0, RC4, DES, export, NULL and anonymous suites. For the bench alone. */
public class OldServer {
  public static void main(String[] args) throws Exception {
    for (String name : new String[] {"jdk.tls.disabledAlgorithms", "jdk.certpath.disabledAlgorithms", "jdk.tls.legacyAlgorithms"})
      Security.setProperty(name, "");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = new FileInputStream(args[0])) {
      store.load(file, "bench".toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, "bench".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    server.setEnabledProtocols(server.getSupportedProtocols());
    server.setEnabledCipherSuites(
        Arrays.stream(server.getSupportedCipherSuites()).filter(name -> !name.startsWith("TLS_EMPTY")).toArray(String[]::new));
    System.out.println(server.getLocalPort());
    while (true) {
      SSLSocket socket = (SSLSocket) server.accept();
      Thread thread = new Thread(() -> answer(socket));
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void answer(SSLSocket socket) {
    try (socket) {
      socket.setSoTimeout(5_000);
      byte[] asked = new byte[4096];
      if (socket.getInputStream().read(asked) < 0) return;
      socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\nConnection: close\r\n\r\nold".getBytes());
      socket.getOutputStream().flush();
    } catch (SocketTimeoutException silent) {
      return;
    } catch (java.io.IOException gone) {
      return;
    }
  }
}
