// Traces by OpenTelemetry, when OTEL_EXPORTER_OTLP_ENDPOINT says where to. Nothing of it is loaded otherwise.
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime'

export const telemetry = async (endpoint: string | undefined): Promise<GatewayPlugin[]> => {
  if (!endpoint) return []
  const [{ useOpenTelemetry }, { openTelemetrySetup }, { AsyncLocalStorageContextManager }, { OTLPTraceExporter }] =
    await Promise.all([
      import('@graphql-hive/plugin-opentelemetry'),
      import('@graphql-hive/plugin-opentelemetry/setup'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ])
  openTelemetrySetup({
    contextManager: new AsyncLocalStorageContextManager(),
    resource: { serviceName: 'linli-gateway' },
    traces: {
      exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }) as never,
      batching: { scheduledDelayMillis: 1_000 },
    },
  })
  return [useOpenTelemetry({ traces: true }) as GatewayPlugin]
}
