package com.harena.allinone.move.plan;

/** Plans for tests. */
final class Plans {
  private Plans() {}

  /** One that uses every key. */
  static String full() {
    return """
        environment: harena-production
        region: eu-west-3
        jobs: 4
        source:
          postgres:
            address: old.example.org:5432
            database: harena
            user: mover
            password: env:OLD_PASSWORD
            tls: verify
            authority: ca.pem
          elasticsearch:
            address: "[::1]:9200"
            user: elastic
            password: file:secrets/old
            tls: off
        target:
          postgres:
            address: 127.0.0.1:5432
            database: harena
            user: harena
          elasticsearch:
            address: 127.0.0.1:9200
            user: elastic
            password: ssm:/allinone/harena/secrets/ELASTIC
            authority: /etc/ssl/new.pem
        configuration:
          files: [.env, /etc/systemd/system/harena.service]
          target: new
          own: [DATABASE_PASSWORD, REDIS_PASSWORD]
          passphrase: env:PASSPHRASE
        application:
          address: 127.0.0.1:8001
          health: /ready
          authentication: ./login --quiet
          analytics: ./figures
        """;
  }

  /** One with a fault of every kind, none of which hides another. */
  static String faulty() {
    return """
        enviroment: harena
        jobs: 99
        region: mars
        source:
          postgres:
            adress: old:5432
            address: old.example.org:99999
            database: ""
            user: harena
            tls: maybe
          redis:
            address: same:6379
          elasticsearch:
            address: es.example.org:9200
            authority: ca.pem
            tls: off
        target:
          postgres:
            address: new.example.org:5432
            database: harena
          redis:
            address: same:6379
        configuration:
          files: []
          target: new
        application:
          health: health
        """;
  }
}
