-- What was sent and received is removed by its time, which goes with the order of the rows on the disk.
create index dispatch_sent on dispatch using brin (sent_at);
create index received_consignment_received on received_consignment using brin (received_at);
