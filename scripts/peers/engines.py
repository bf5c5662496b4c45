"""M/M/1 and the many-clients toy in SimPy and Ciw; one line per workload: name, millions/s, outcome."""
import random
import time

import ciw
import simpy


def report(name, count, outcome, seconds):
    print(f"{name} {count / seconds / 1e6:.5f} {outcome:.4f}", flush=True)


def simpy_mm1(customers):
    waits = []

    def customer(env, server):
        arrived = env.now
        with server.request() as turn:
            yield turn
            waits.append(env.now - arrived)
            yield env.timeout(random.expovariate(1))

    def source(env, server):
        for _ in range(customers):
            yield env.timeout(random.expovariate(0.9))
            env.process(customer(env, server))

    env = simpy.Environment()
    env.process(source(env, simpy.Resource(env)))
    env.run()
    return sum(waits) / len(waits)


def simpy_toy(workers, clients, until):
    contacts = 0

    def client(env, worker):
        while True:
            yield env.timeout(random.expovariate(1))
            env.process(talk(env, worker))

    def talk(env, worker):
        nonlocal contacts
        with worker.request() as turn:
            yield turn
            yield env.timeout(random.expovariate(60))
            contacts += 1

    env = simpy.Environment()
    desks = [simpy.Resource(env) for _ in range(workers)]
    for number in range(workers * clients):
        env.process(client(env, desks[number % workers]))
    env.run(until=until)
    return contacts


def ciw_mm1(until):
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(0.9)],
        service_distributions=[ciw.dists.Exponential(1)], number_of_servers=[1])
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(until)
    records = simulation.get_all_records()
    return len(records), sum(r.waiting_time for r in records) / len(records)


random.seed(1)
start = time.perf_counter()
wait = simpy_mm1(150_000)
report("simpy:mm1", 300_000, wait, time.perf_counter() - start)
start = time.perf_counter()
contacts = simpy_toy(1_000, 30, 4)
report("simpy:toy-1000x30", 2 * contacts, contacts, time.perf_counter() - start)
ciw.seed(1)
start = time.perf_counter()
served, wait = ciw_mm1(60_000)
report("ciw:mm1", 2 * served, wait, time.perf_counter() - start)
